"""Makes the platform's document of ours: the same without the paths and fields that the Tech Adapter API does not name."""
import sys

import yaml

document = yaml.safe_load(sys.stdin)
for path in ("/tasks", "/v1/plan", "/v1/ports"):
    del document["paths"][path]
for schema, field in (
    ("ValidationResult", "notices"),
    ("ValidationResult", "details"),
    ("RequestValidationError", "details"),
):
    del document["components"]["schemas"][schema]["properties"][field]
for operations in document["paths"].values():
    for operation in operations.values():
        operation["parameters"] = [it for it in operation["parameters"] if it["name"] != "details"]
yaml.safe_dump(document, sys.stdout)
