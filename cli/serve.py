"""`hoiluat serve`: the web page and the service, until Ctrl-C."""

from __future__ import annotations

import argparse
import logging
import socket
import sys

from cli.arguments import count

_LAST_PORT = 65535


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--host", default="127.0.0.1", metavar="MÁY", help="địa chỉ để lắng nghe (mặc định 127.0.0.1)")
    parser.add_argument(
        "--port", type=_port, default=8000, metavar="CỔNG", help="cổng (mặc định 8000; 0: cổng trống bất kỳ)"
    )
    parser.add_argument("--workers", type=count, default=1, metavar="SỐ", help="số tiến trình (mặc định 1)")


def run(args: argparse.Namespace) -> int:
    """Serve; 1 when the port cannot be had, 2 when more processes were asked for than the index allows."""
    from api.settings import read_settings

    settings = read_settings()
    if args.workers > 1 and not settings.chroma_url:
        print(
            f"--workers {args.workers}: chỉ mục nằm trong tiến trình, hai tiến trình cùng mở sẽ làm hỏng nó. "
            "Hãy chạy --workers 1, hoặc chạy máy chủ Chroma (`chroma run`) rồi đặt HOILUAT_CHROMA_URL.",
            file=sys.stderr,
        )
        return 2
    listening = _listen(args.host, args.port)
    if listening is None:
        print(
            f"Không mở được {args.host}:{args.port}: cổng đang có chương trình khác dùng, hoặc địa chỉ không thuộc "
            f"máy này. Hãy tắt chương trình đó hoặc chọn cổng khác, như --port {min(args.port + 1, _LAST_PORT)}.",
            file=sys.stderr,
        )
        return 1
    _log()
    port = listening.getsockname()[1]
    shown = f"[{args.host}]" if ":" in args.host else args.host
    print(f"HỏiLuật đang mở ở http://{shown}:{port}/  (Ctrl-C để dừng)", flush=True)
    return _serve(listening, args.host, args.workers)


def application() -> object:
    """The service of the settings; what each process of several makes for itself."""
    from api.house import House
    from api.http.app import create_app
    from api.settings import read_settings

    return create_app(House(read_settings()))


def _serve(listening: socket.socket, host: str, workers: int) -> int:
    import uvicorn

    port = listening.getsockname()[1]
    config = uvicorn.Config(
        "cli.serve:application", host, port, factory=True, workers=workers, log_config=None, access_log=False,
        server_header=False, timeout_graceful_shutdown=3,
    )  # fmt: skip
    try:
        if workers == 1:
            uvicorn.Server(config).run(sockets=[listening])
        else:
            listening.close()  # it told that the port is free; the supervisor binds it anew for its processes
            uvicorn.run(
                config.app, host=host, port=port, factory=True, workers=workers, log_config=None, access_log=False,
                server_header=False, timeout_graceful_shutdown=3,
            )  # fmt: skip
    except KeyboardInterrupt:
        print("\nĐã dừng.", file=sys.stderr)
    return 0


def _listen(host: str, port: int) -> socket.socket | None:
    """The socket, bound before anything heavy is loaded; None where that cannot be done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(128)
    except OSError:
        listening.close()
        return None
    return listening


def _log() -> None:
    """Logs on stderr: what a person can act on, and requests by route."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    logging.getLogger("hoiluat").setLevel(logging.INFO)


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > _LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} không phải là cổng, hãy cho một số từ 0 đến {_LAST_PORT}")
    return int(text)
