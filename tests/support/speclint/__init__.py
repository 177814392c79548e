"""The conventions of `spec/` that no general linter knows: `python -m support.speclint spec/openapi.yaml`."""
