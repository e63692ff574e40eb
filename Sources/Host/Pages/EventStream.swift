import Hummingbird
import ServiceLifecycle

/// Server-sent events: the newest text whenever it is another one, and a ping when it is not, so that the page
/// knows that we live. Ends with the page, and with us.
///
/// - Parameter newest: one line of text, or nil while there is none.
func eventStream(
    _ request: Request, of bulletin: Bulletin, newest: @escaping @Sendable () -> String?
) throws -> Response {
    guard let reading = bulletin.read() else {
        throw HTTPError(.serviceUnavailable, message: "too many pages are open")
    }
    let body = ResponseBody { writer in
        try await request.body.consumeWithInboundCloseHandler { _ in
            var last: String?
            for await _ in reading.knocks.cancelOnGracefulShutdown() {
                let text = newest()
                if let text, text != last {
                    try await writer.write(ByteBuffer(string: "data: \(text)\n\n"))
                    last = text
                } else {
                    try await writer.write(ByteBuffer(string: "event: ping\ndata: 1\n\n"))
                }
            }
        } onInboundClosed: {
            reading.stop()
        }
        try await writer.finish(nil)
    }
    return Response(status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"], body: body)
}
