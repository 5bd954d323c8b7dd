"""The program: arguments in, exit status out (``automation.md``)."""

import gc
import json
import sys
from collections.abc import Sequence

from chatapp.logs import log_to
from chatapp.options import Options
from chatapp.store.paths import profile_paths


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit status."""
    arguments = sys.argv[1:] if arguments is None else arguments
    if list(arguments[:1]) == ["--engine-child"]:
        from chatapp.engine.server import main as engine_main

        return engine_main()
    if list(arguments[:1]) == ["--tool-server-launcher"]:
        from chatapp.toolhosts.launcher import main as launcher_main

        return launcher_main(list(arguments[1:]))
    if list(arguments[:1]) == ["--pdf-child"]:
        from chatapp.documents.pdf_child import main as pdf_main

        return pdf_main()
    options = Options()
    if arguments:
        from chatapp.command_line import parsed

        options = parsed(arguments)
    paths = profile_paths(options.profile)
    try:
        paths.create()
    except OSError as error:
        words = f"cannot use the profile folder {paths.data}: {error.strerror}"
        if options.smoke_test or options.import_files or options.export_file:
            print(json.dumps({"ok": False, "error": words}, separators=(",", ":")))  # noqa: T201
        else:
            sys.stderr.write(f"chatapp: {words}\n")
        return 1
    log_to(paths.logs)
    if options.import_files or options.export_file:
        from chatapp.batch import bring_or_take

        return bring_or_take(paths, options.import_files, options.export_file)
    gc.disable()  # starting makes no garbage to speak of; later see chatapp.garbage
    from chatapp.import_hook import use_plain_imports

    use_plain_imports()
    from chatapp.launch import launch

    return launch(options, paths)
