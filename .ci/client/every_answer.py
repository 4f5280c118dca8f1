"""Lets the generated Python client read every kind of answer of every operation of a running service."""
import sys
import time

import openapi_client
from openapi_client import models
from openapi_client.rest import ApiException

service, descriptor = sys.argv[1], open(sys.argv[2], encoding="utf-8").read()
UNREADABLE = "a: ["
api = openapi_client.SpecificProvisionerApi(openapi_client.ApiClient(openapi_client.Configuration(host=service)))
read = 0


def request(text):
    return models.ProvisioningRequest(descriptorKind="COMPONENT_DESCRIPTOR", descriptor=text, removeData=False)


def acl(ref):
    return models.UpdateAclRequest(refs=[ref], provisionInfo=models.ProvisionInfo(request=descriptor, result=""))


def reverse(table):
    params = {"technology": "postgres", "schema": "finance", "table": table}
    template = "urn:dmb:utm:hasura-outputport-template:0.0.0"
    return models.ReverseProvisioningRequest(useCaseTemplateId=template, environment="development", params=params)


def check(right, otherwise):
    global read
    if not right:
        raise AssertionError(otherwise)
    read += 1


def end(ask, token):
    """The token is raw text, which the client takes for a text in JSON quotes or for none, as its version has it."""
    status = ask(str(token).strip('"'))
    while status.status == "RUNNING":
        time.sleep(0.1)
        status = ask(str(token).strip('"'))
    return status


def token_of(call, body):
    return call(body).data.decode("utf-8")


def refused(call, *arguments):
    try:
        answer = call(*arguments)
    except ApiException as refusal:
        error = models.RequestValidationError.from_json(refusal.body)
        check(refusal.status == 400 and error.errors and error.more_info, refusal.body)
    else:
        raise AssertionError(f"not refused: {answer}")


check(api.validate(request(descriptor)).valid, "a good descriptor")
check(not api.validate(request(UNREADABLE)).valid, "an unreadable descriptor")
for text, valid in ((descriptor, True), (UNREADABLE, False)):
    token = token_of(api.async_validate_without_preload_content, request(text))
    check(end(api.get_validation_status, token).info.public_info.valid == valid, text)
for call, body, wanted in (
    (api.provision_without_preload_content, request(descriptor), "COMPLETED"),
    (api.updateacl_without_preload_content, acl("user:alice"), "COMPLETED"),
    (api.unprovision_without_preload_content, request(descriptor), "COMPLETED"),
    (api.updateacl_without_preload_content, acl("user:alice"), "FAILED"),
):
    status = end(api.get_status, token_of(call, body))
    check(status.status == wanted and status.logs, status)
for table in ("invoices", "nowhere"):
    token = token_of(api.run_reverse_provisioning_without_preload_content, reverse(table))
    check(end(api.get_reverse_provisioning_status, token).updates is not None, table)
refused(api.provision, request(UNREADABLE))
refused(api.unprovision, request(UNREADABLE))
refused(api.updateacl, acl("alice"))
refused(api.get_status, "none")
refused(api.get_validation_status, "none")
refused(api.get_reverse_provisioning_status, "none")
refused(api.terminate_provisioning, "none")
print(read)
