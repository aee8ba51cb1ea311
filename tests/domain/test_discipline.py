from dutydesk.domain.discipline import ViolationKind, candidate_id, late_incident


def test_the_same_thing_has_the_same_id():
    assert candidate_id(ViolationKind.LATE, "a") == candidate_id(ViolationKind.LATE, "a") == "late/a"


def test_only_a_late_report_belongs_to_its_incident():
    about = (("log_entry", "e"), ("incident", "i"))
    assert late_incident(ViolationKind.LATE_REPORT, about) == "i"
    assert (
        late_incident(ViolationKind.FALSE_REPORT, about) == late_incident(ViolationKind.LATE_REPORT, ()) == ""
    )
