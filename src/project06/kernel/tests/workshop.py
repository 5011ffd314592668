"""What real worker processes of the tests hear and do. Run as a script it starts such processes.

A "courier" delivers events until it is killed, a "worker" is a whole worker, a "hasty-worker" waits only 1 s for a
running job after it was told to stop.
"""

import os
import sys
import time
from dataclasses import dataclass
from typing import NoReturn
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


def main() -> None:
    """Fork a worker process for each line "role database", and tell its number; "wait number" tells its end.

    Setting Django up takes seconds, forking takes milliseconds; the children are processes like any other.
    """
    import django

    django.setup()
    declare()
    for line in sys.stdin:
        word, argument = line.split()
        if word == "wait":
            answer = os.waitstatus_to_exitcode(os.waitpid(int(argument), 0)[1])
        else:
            answer = os.fork() or work(word, argument)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def work(role: str, database: str) -> NoReturn:
    """Be a worker process on `database` until killed or told to stop."""
    from django.db import connection

    from project06.kernel.delivery import Courier
    from project06.kernel.worker import GRACE_SECONDS, run_worker

    connection.settings_dict["NAME"] = database
    code = 1
    try:
        if role == "courier":
            Courier().run()
        else:
            run_worker(grace_seconds=1 if role == "hasty-worker" else GRACE_SECONDS)
        code = 0
    finally:
        os._exit(code)


if __name__ == "__main__":
    main()
