"""Types of the keywords that methods take, a module for each resource; for type checkers only."""
