import uuid
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

from project06.kernel import clock
from project06.kernel.ids import new_uuid


def test_an_identifier_is_a_standard_library_uuid_of_version_7():
    made = new_uuid()

    assert type(made) is uuid.UUID
    assert (made.version, made.variant) == (7, uuid.RFC_4122)


def test_an_identifier_carries_the_moment_of_its_making():
    before = int(clock.now().timestamp() * 1000)
    made = new_uuid()
    after = int(clock.now().timestamp() * 1000)

    assert before - 1 <= made.int >> 80 <= after + 1


def test_identifiers_rise_strictly_also_within_one_millisecond():
    made = [new_uuid() for _ in range(20_000)]

    assert all(earlier < later for earlier, later in pairwise(made))


def test_identifiers_of_many_threads_never_repeat():
    with ThreadPoolExecutor(max_workers=8) as pool:
        batches = pool.map(lambda _: [new_uuid() for _ in range(2_000)], range(8))

    made = [identifier for batch in batches for identifier in batch]
    assert len(set(made)) == 16_000
