"""What `run.py` does once the tools are in place: demo, serve, manage, check, test, bench."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress

from project06.config import home, messages, processes
from project06.config.environment import Environment, EnvironmentFault, Mode, read_environment
from project06.config.postgres import EmbeddedServer

DEFAULT_PORT = 8000


def main(arguments: Sequence[str]) -> int:
    """Run one command and return the exit code; every expected fault is one sentence on standard error."""
    options, rest = _parser().parse_known_args(arguments)
    command: Callable[[argparse.Namespace, list[str]], int] = options.command
    if rest and command in (_demo, _serve, _check):
        print(f"{options.name} does not know {' '.join(rest)}: see run.py --help.", file=sys.stderr)
        return 2
    processes.stop_on_sigterm()
    try:
        return command(options, rest)
    except EnvironmentFault as fault:
        print(fault, file=sys.stderr)
        return 1
    except (KeyboardInterrupt, processes.Stopped):
        return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py", description="Project 06, an open digital-government platform.")
    commands = parser.add_subparsers(dest="name", required=True)
    for name, action, text in (
        ("demo", _demo, "fill a demonstration world and open it"),
        ("serve", _serve, "run the platform with real data"),
        ("manage", _manage, "run an administration command"),
        ("check", _check, "judge the code without running it"),
        ("test", _test, "check, then every test"),
        ("bench", _bench, "measure: bench [name ...]"),
    ):
        command = commands.add_parser(name, help=text, add_help=name in {"demo", "serve"})
        command.set_defaults(command=action)
        if name in {"demo", "serve"}:
            command.add_argument("--port", type=_port, default=DEFAULT_PORT)
            command.add_argument("--workers", type=int, default=1, help="web processes")
        if name == "demo":
            command.add_argument("--people", type=int, default=2000, help="synthetic persons")
    return parser


def _port(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"“{text}” is not a port: use a number from 1 to 65535")
    return int(text)


@contextmanager
def database(mode: Mode) -> Iterator[Environment]:
    """Give the mode's database: the server of DATABASE_URL, or the embedded one started for the time being."""
    os.environ["PROJECT06_MODE"] = mode.value
    os.environ["DJANGO_SETTINGS_MODULE"] = "project06.config.settings"
    environment = read_environment()
    messages.compile_catalogues()
    home.prepare_folder(environment.folder)
    with home.exclusive(environment.folder):
        if environment.database:
            from project06.config.server import check_server

            check_server(environment.database)
            yield environment
            return
        server = EmbeddedServer(environment.folder, durable=mode is not Mode.TEST)
        server.start()
        try:
            yield environment
        finally:
            server.stop()


def _demo(options: argparse.Namespace, _rest: list[str]) -> int:
    return _run(Mode.DEMO, options)


def _serve(options: argparse.Namespace, _rest: list[str]) -> int:
    return _run(Mode.PRODUCTION, options)


def _run(mode: Mode, options: argparse.Namespace) -> int:
    """Migrate, load what must be there, start web and worker, wait until told to stop."""
    processes.check_port(options.port)
    os.environ.setdefault("PROJECT06_PUBLIC_URL", f"http://localhost:{options.port}")
    with database(mode):
        from project06.config import world

        world.prepare()
        children = processes.Children(environment=os.environ)
        try:
            children.start(processes.web_command(options.port, workers=options.workers))
            children.start(processes.worker_command())
            if mode is Mode.DEMO:
                world.fill_demo(people=options.people)
            processes.wait_until_answers(options.port)
            print(world.greeting(port=options.port, mode=mode), flush=True)
            code = children.wait()
        finally:
            children.stop()
    print("A part of the platform ended by itself: read the lines above.", file=sys.stderr)
    return code or 1


def _manage(_options: argparse.Namespace, rest: list[str]) -> int:
    from project06.config import manage

    mode = read_environment().mode
    with _database_of_running(mode):
        manage.main(rest)
    return 0


@contextmanager
def _database_of_running(mode: Mode) -> Iterator[None]:
    """Use the database of a platform that runs already; start one otherwise."""
    with ExitStack() as stack:
        with suppress(home.AlreadyRunning):
            stack.enter_context(database(mode))
        yield


def _check(_options: argparse.Namespace, _rest: list[str]) -> int:
    from project06.config import checks

    with database(Mode.TEST):
        return checks.run(checks.CHECKS)


def _test(_options: argparse.Namespace, rest: list[str]) -> int:
    from project06.config import checks

    with database(Mode.TEST):
        if rest:
            return checks.run([checks.pytest_step(rest)])
        return checks.run([*checks.CHECKS, *checks.TESTS])


def _bench(_options: argparse.Namespace, rest: list[str]) -> int:
    with database(Mode.TEST):
        from project06.config import bench

        return bench.run(rest)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
