from dutydesk.services import incidents
from dutydesk.services.alarms import alarms
from dutydesk.services.today import today
from dutydesk.services.watch import unnoted_vacancies
from tests.services.nights import DEPUTY, DRIVER, LEADER, MAIN, a_room, arrive, by
from tests.services.test_incidents import slide


def test_the_clocks_and_the_places_to_which_nobody_came_are_told_in_words():
    store = a_room()
    arrive(store, 0, LEADER, DEPUTY, DRIVER)
    incidents.open_incident(store, slide(), by=by(6))
    found = alarms(store, by(6).at)
    assert [clock.due for _, clock in found.clocks] == [by(6.5).at, by(7).at]
    assert [(each.title, each.person.name, each.person.phone) for each in found.vacant] == [
        ("主班", "钱堃", "13800000001")
    ]
    assert found.again_minutes == 5


def test_an_office_that_never_signs_in_misses_nobody():
    assert alarms(a_room(), by(6).at).vacant == ()


def test_today_the_alarms_and_what_is_noted_work_out_the_places_of_the_roster_once():
    store = a_room()
    arrive(store, 0, LEADER, DEPUTY, DRIVER)
    now, asked = by(1).at, []
    today(store, now)
    with store.db.tracer(lambda sql, _: asked.append(sql)):
        assert len(alarms(store, now).vacant) == 1
        assert len(unnoted_vacancies(store, now)) == 1
    roster = ('"duty"', '"person"', '"calendar_day"')
    assert [each for each in asked if any(table in each for table in roster)] == []
    arrive(store, 0, MAIN)
    assert alarms(store, now).vacant == ()
