"""Modules that take the place of one of the folder above in some packages; the option that asks for them is in emit."""
