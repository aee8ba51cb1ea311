from dutydesk.domain.discipline import ViolationKind, candidate_id


def test_the_same_thing_has_the_same_id():
    assert candidate_id(ViolationKind.LATE, "a") == candidate_id(ViolationKind.LATE, "a") == "late/a"
