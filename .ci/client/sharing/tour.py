"""Takes a Delta Sharing port through its life as the platform does, and reads it with the official Python client as people do:
alice, who is given access and has it taken away, and bob, who never is. Usage: tour.py READY-LINE REQUESTS FOLDER"""
import json
import sys
import time
import urllib.request
import uuid
from datetime import datetime, timedelta, timezone
from hashlib import md5
from pathlib import Path

import delta_sharing
import pandas
import requests

ready = json.loads(Path(sys.argv[1]).read_text())
bodies, folder = Path(sys.argv[2]), Path(sys.argv[3])
provisioner, sharing, identities = ready["provisioner"], ready["sharing"], ready["identityProvider"]
REVOKED_WITHIN = 1.0


def call(url, body=None, bearer=None):
    request = urllib.request.Request(url, data=body)
    if body is not None:
        request.add_header("Content-Type", "application/json")
    if bearer is not None:
        request.add_header("Authorization", "Bearer " + bearer)
    return urllib.request.urlopen(request, timeout=30).read().decode()


def ask(url, body=None, bearer=None):
    return json.loads(call(url, body, bearer))


def order(operation, name="orders-delta"):
    return f"{provisioner}/v1/{operation}", (bodies / f"{name}.json").read_bytes()


def carry_out(operation, name="orders-delta"):
    """Until the task has ended, well, as its status says."""
    token = call(*order(operation, name))
    while (status := ask(f"{provisioner}/v1/provision/{token}/status"))["status"] == "RUNNING":
        time.sleep(0.02)
    assert status["status"] == "COMPLETED", status
    return status


def signed_in(person):
    """What the organisation's identity provider gives a person who logs in."""
    return ask(f"{identities}/token", b"", person)["access_token"]


def load(profile):
    return delta_sharing.load_as_pandas(f"{profile}#{share}.sales.orders")


def refusal(profile):
    """The status with which the client's calls end, however the client tells it."""
    try:
        rows = load(profile)
    except requests.HTTPError as refused:
        return refused.response.status_code
    raise AssertionError(f"{len(rows)} rows were read")


def orders():
    """The rows as the sample database makes them."""
    numbers = range(1, 301)
    return pandas.DataFrame({
        "order_id": [n if n <= 200 else 9007199254740992 + n for n in numbers],
        "customer_id": [str(uuid.UUID(md5(f"customer {1 + n % 60}".encode()).hexdigest())) for n in numbers],
        "ordered_at": [datetime(2026, 1, 1, 9, 30, tzinfo=timezone.utc) + timedelta(hours=5 * n) for n in numbers],
        "paid": [n % 3 != 0 for n in numbers],
        "amount": [round(19.99 + n * 13.37, 2) for n in numbers],
        "currency": ["CHF" if n % 10 == 0 else "EUR" for n in numbers],
    })


assert ask(*order("validate")) == {"valid": True}
planned = ask(*order("plan"))
assert planned["executable"] and planned["changes"]["summary"]["create"] == 1, planned
info = {key: entry["value"] for key, entry in carry_out("provision")["info"]["publicInfo"].items()}
share, endpoint = info["share"], info["sharingEndpoint"]

# Nobody was given access yet, so who logs in finds nothing.
bob = folder / "bob.share"
bob.write_text(json.dumps({"shareCredentialsVersion": 1, "endpoint": endpoint, "bearerToken": signed_in("bob")}))
assert refusal(bob) == 404

carry_out("updateacl", "orders-delta.acl-alice")
alice = folder / "alice.share"
alice.write_text(call(f"{sharing}/activation", b"", signed_in("alice")))
rows = load(alice).sort_values("order_id", ignore_index=True)
pandas.testing.assert_frame_equal(rows[orders().columns], orders(), check_dtype=False, check_exact=True)
assert refusal(bob) == 404

carry_out("updateacl", "orders-delta.acl-nobody")
completed = time.monotonic()
status = refusal(alice)
took = time.monotonic() - completed
assert status == 404 and took < REVOKED_WITHIN, (status, took)

carry_out("unprovision")
table = ask(f"{sharing}/admin/v1/storages/samples/inspect?path=finance/orders")
assert table["readable"], table
assert [found["name"] for found in ask(f"{sharing}/admin/v1/shares")["items"]].count(share) == 0
print(f"alice read {len(rows)} rows, bob none; revoked {took * 1000:.0f} ms after COMPLETED; the data is still there")
