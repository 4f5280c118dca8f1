"""Reads the test kit's tables with the official Python client and compares with Spark's rows.

Usage: read_kit.py PROFILE ROWS. Frames of pandas have one value for no value and for not a number, and whole numbers with
gaps as fractions, so both sides are brought to the form that a frame can still tell."""
import datetime
import decimal
import json
import math
import pathlib
import re
import sys

import delta_sharing
import pandas

profile, folder = sys.argv[1:]
# Maps come as lists of pairs, pandas has no times of the year 9999, and the client does not say that it widens types.
NOT_READ = {"nested", "nested_vectors", "types", "widened"}


def brief(number):
    return None if math.isnan(number) else format(number, ".12g")


def given(value):
    if isinstance(value, dict):
        # Of files that were written before a field was added, it comes without it.
        return {name: given(each) for name, each in value.items() if given(each) is not None}
    if isinstance(value, (list, tuple)) or type(value).__name__ == "ndarray":
        return [given(each) for each in value]
    if value is None or value is pandas.NaT or value is pandas.NA:
        return None
    if isinstance(value, (bool,)) or type(value).__name__ == "bool":
        return bool(value)
    if isinstance(value, (bytes, bytearray)):
        return "x" + value.hex()
    if isinstance(value, pandas.Timestamp):
        return brief(value.value // 1000 if value.unit == "ns" else value.timestamp() * 1_000_000)
    if isinstance(value, datetime.datetime):
        return brief(value.replace(tzinfo=value.tzinfo or datetime.timezone.utc).timestamp() * 1_000_000)
    if isinstance(value, datetime.date):
        return brief((value - datetime.date(1970, 1, 1)).days)
    if isinstance(value, str):
        return value
    return brief(float(value if not isinstance(value, decimal.Decimal) else str(value)))


def expected(value):
    if isinstance(value, dict):
        return {name: expected(each) for name, each in value.items() if expected(each) is not None}
    if isinstance(value, list):
        return [expected(each) for each in value]
    return brief(float(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def spark(line):
    """A row of the truth: letters before days, microseconds and bytes are left out."""
    text = re.sub(r'(?<=:)x([0-9a-f]*)(?=[,}])', r'"x\1"', re.sub(r'(?<=:)[dtn](-?\d+)(?=[,}])', r'\1', line))
    return expected(json.loads(text))


def key(row):
    return json.dumps(row, sort_keys=True, ensure_ascii=False)


wrong = read = 0
for table in delta_sharing.SharingClient(profile).list_all_tables():
    if table.name.startswith("refused_") or table.name in NOT_READ:
        continue
    try:
        frame = delta_sharing.load_as_pandas(f"{profile}#{table.share}.{table.schema}.{table.name}")
    except Exception as failed:  # The client has many kinds of failure.
        print(f"{table.name}: the client fails: {type(failed).__name__}: {str(failed)[:200]}")
        wrong += 1
        continue
    found = sorted(key(given(row)) for row in frame.to_dict("records"))
    rows = (pathlib.Path(folder) / f"{table.name}.rows").read_text(encoding="utf-8").splitlines()
    truth = sorted(key(spark(line)) for line in rows)
    read += 1
    if found != truth:
        wrong += 1
        print(f"{table.name}: {len(found)} rows, but {len(truth)} are true")
        print("  given: " + str([each for each in found if each not in truth][:2]))
        print("  truth: " + str([each for each in truth if each not in found][:2]))
print(f"{read} tables read, {wrong} wrong")
sys.exit(1 if wrong else 0)
