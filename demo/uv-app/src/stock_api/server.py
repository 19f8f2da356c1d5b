"""GET /stock/<article> answers with the number of pieces in stock."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STOCK = {"4711": 12, "4712": 0, "4713": 250}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        head, _, article = self.path.strip("/").partition("/")
        if head == "health":
            self.answer(200, {"status": "ok"})
        elif head == "stock" and article in STOCK:
            self.answer(200, {"article": article, "pieces": STOCK[article]})
        else:
            self.answer(404, {"error": "no such article"})

    def answer(self, status: int, body: dict) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def main() -> None:
    ThreadingHTTPServer(("0.0.0.0", 8000), Handler).serve_forever()
