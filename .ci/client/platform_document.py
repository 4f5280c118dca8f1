"""Makes the platform's document of ours: the same without the paths, fields and forms that the Tech Adapter API does not name."""
import sys

import yaml

OURS = ("/tasks", "/v1/plan", "/v1/ports", "/v1/sources")
document = yaml.safe_load(sys.stdin)
document["paths"] = {path: it for path, it in document["paths"].items() if not path.startswith(OURS)}
for schema, field in (
    ("ValidationResult", "notices"),
    ("ValidationResult", "details"),
    ("RequestValidationError", "details"),
):
    del document["components"]["schemas"][schema]["properties"][field]
for operations in document["paths"].values():
    for operation in operations.values():
        operation["parameters"] = [it for it in operation.get("parameters", []) if it["name"] != "details"]
        for answer in operation["responses"].values():
            # The platform promises the token as JSON alone.
            answer.get("content", {}).pop("text/plain", None)
yaml.safe_dump(document, sys.stdout)
