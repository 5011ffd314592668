"""What real worker processes of the tests hear and do. Run as a script it is such a process.

`python workshop.py courier` delivers events until it is killed, `python workshop.py worker` is a whole worker,
`hasty-worker` one that waits for a running job only 1 s after it was told to stop.
"""

import os
import sys
import time
from dataclasses import dataclass
from urllib.parse import quote, urlencode


def declare() -> type:
    """Declare one event with its receiver, and two jobs; return the event."""
    from django.db import connection

    from project06.kernel.events import event, receiver
    from project06.kernel.jobs import enqueue, job

    def write(word: str, number: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO workshop (word, number) VALUES (%s, %s)", [word, number])

    @event("kernel.piece-ordered", version=1)
    @dataclass(frozen=True)
    class PieceOrdered:
        number: int

    @receiver(PieceOrdered, name="kernel.make-piece")
    def make_piece(happened: PieceOrdered) -> None:
        write("began", happened.number)
        time.sleep(0.01)
        write("made", happened.number)

    @job("kernel.work-slowly")
    def work_slowly(*, number: int, seconds: float) -> None:
        write("began", number)
        time.sleep(seconds)
        write("made", number)

    @job("kernel.order-more")
    def order_more(*, number: int) -> None:
        enqueue("kernel.work-slowly", number=number, seconds=0.0)

    return PieceOrdered


def environment(settings_dict: dict) -> dict[str, str]:
    """Return the environment in which a child meets the database of the running test."""
    query = urlencode({"host": settings_dict["HOST"]})
    user, name = quote(settings_dict["USER"]), quote(settings_dict["NAME"])
    password = f":{quote(settings_dict['PASSWORD'])}" if settings_dict["PASSWORD"] else ""
    port = f":{settings_dict['PORT']}" if settings_dict["PORT"] else ""
    return os.environ | {"DATABASE_URL": f"postgresql://{user}{password}@localhost{port}/{name}?{query}"}


def main(role: str) -> None:
    """Work until killed or told to stop."""
    import django

    django.setup()
    declare()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    if role == "courier":
        from project06.kernel.delivery import Courier

        Courier().run()
    else:
        from project06.kernel.worker import GRACE_SECONDS, run_worker

        run_worker(grace_seconds=1 if role == "hasty-worker" else GRACE_SECONDS)


if __name__ == "__main__":
    main(sys.argv[1])
