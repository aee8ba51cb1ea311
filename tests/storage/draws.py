"""The strategies of which any value is made, and the ids of the rows that others name."""

import string
import unicodedata
from datetime import UTC, datetime, time

from hypothesis import strategies as st

from dutydesk.domain.dates import EARLIEST, LATEST, Period
from dutydesk.domain.duties import PlaceKey

PERSON, OTHER, SECTION, POST, SHIFT, KIND, LEAVE = "p", "q", "s", "post", "shift", "kind", "l"
INCIDENT, MATTER, SHIFT_OF = "i", "f", "2026-11-16/shift"
"""The ids of the rows that others name."""

ids = st.text(string.ascii_lowercase + string.digits + "-", min_size=1, max_size=8)
words = st.text(
    st.characters(exclude_categories=("Cs",)) | st.sampled_from("堃喆镕䶮'\"\\\n\0%é"), max_size=8
).map(lambda text: unicodedata.normalize("NFC", text))
some_days = st.dates(EARLIEST, LATEST)
open_days = st.none() | some_days
counts = st.integers(0, 9999)
periods = st.tuples(some_days, some_days).map(lambda two: Period(min(two), max(two)))
times = st.times().map(lambda moment: time(moment.hour, moment.minute))
seasons = st.tuples(st.integers(1, 12), st.integers(1, 28))
places = st.builds(PlaceKey, some_days, st.just(SHIFT), st.just(POST), st.integers(0, 9))
instants = st.datetimes(datetime(2000, 1, 1), datetime(2099, 1, 1)).map(  # noqa: DTZ001 - zoned below
    lambda instant: instant.replace(microsecond=0, tzinfo=UTC)
)
anybody = st.sampled_from((None, PERSON, OTHER))
