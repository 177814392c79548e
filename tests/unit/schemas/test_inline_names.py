"""Names of schemas that have none."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.naming import pascal_case
from clientsmith.schemas.common_names import common_name

MESSAGE: dict[str, Any] = {"properties": {"message": {}}}
LISTING: dict[str, Any] = {"properties": {"total_count": {}, "repositories": {}}}
USER: dict[str, Any] = {"title": "User", "properties": {"id": {}, "name": {}, "mail": {}}}


@pytest.mark.parametrize(
    ("names", "schema", "expected"),
    [
        (["CreateOrderBodyAddress", "UpdateOrderBodyAddress"], {}, "OrderAddress"),
        (["GetOrder2Details", "AddOrder2Details"], {}, "Order2Details"),
        (["ActionsListRunnersForOrgResponse", "ActionsListRunnersForRepoResponse"], {}, "ActionsListRunnersResponse"),
        (["GlobalAlertDismissedReason", "GlobalAlertWithRepositoryDismissedReason"], {}, "GlobalAlertDismissedReason"),
        (["IssueTypeColor", "IssueTypeWebhookColor"], {}, "IssueTypeColor"),
        (["PullRequestHead", "PullRequestBase"], {}, "PullRequestBaseOrHead"),
        (["UpdateCustomerCardBody", "UpdateCustomerSourceBody"], {}, "UpdateCustomerCardOrSourceBody"),
        (["ListFoldersResponseFolder", "CreateFolderBody", "GetFolderResponse"], {}, "Folder"),
        (["PutNotificationsResponse", "CreateDeploymentResponse"], MESSAGE, "MessageResponse"),
        (["ListSecretsResponse", "GetOrgMembersResponse"], LISTING, "RepositoriesResponse"),
        (["SecurityScanning", "SecurityDetection", "SecurityAnalysis"], MESSAGE, "SecurityMessage"),
        (["BillableUbuntu", "BillableWindows", "BillableMac"], {}, "BillableValue"),
        (["HolidayResponse400", "ProvinceResponse400"], {}, "BadRequestError"),
        (["ListTasksResponse400", "ListTasksResponse500", "GetTaskResponse404"], {}, "TaskError"),
        (["ListTasksResponse422", "GetTeamsResponse4XX"], {}, "Error"),
        (["DiscussionAuthor", "ReleaseUploader"], USER, "User"),
        (["A", "B"], {}, "A"),
    ],
)
def test_what_stands_in_several_places_gets_a_name_that_fits_all(
    names: list[str], schema: dict[str, Any], expected: str
) -> None:
    assert common_name(names, schema)[0] == expected
    assert common_name(list(reversed(names)), schema) == common_name(names, schema)


def test_where_the_common_name_is_taken_the_next_tells_more() -> None:
    names = ["ShipmentAddress", "InvoiceAddress"]
    assert common_name(names, {}, is_sent=True)[:2] == ("Address", "AddressInput")
    assert common_name(["WebhookOpenedUser", "WebhookClosedSender"], USER)[:2] == ("User", "WebhookUser")
    assert common_name(["WebhookOpenedUser", "DiscussionSender"], USER)[-1] == "User"


WORDS = st.sampled_from(
    "Create Update List Order Orders Address By For Org 2 Body Response Response400 Item Ünï".split()
)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=6).map("".join), min_size=2, max_size=6, unique=True))
def test_every_name_is_one_that_python_takes(names: list[str]) -> None:
    names = list(dict.fromkeys(pascal_case(name) for name in names))
    found = common_name(names, MESSAGE)
    assert found
    assert all(name.isidentifier() for name in found)
    assert common_name(names[::-1], MESSAGE) == found
