import Circulation
import Foundation
import Hummingbird
import Kiosk

/// What the kiosk's own page asks for and tells.
struct PageRoutes: Sendable {
    static let longestBody = 4096  // bytes
    static let longestPIN = 32  // characters

    let hub: PageHub
    let files: PageFiles
    let secret: PageSecret
    let gauge: LoopGauge

    func add(to router: Router<BasicRequestContext>) {
        let index = index()
        router.get("/") { _, _ in html(index) }
        for file in files.files {
            router.get("/\(file.name)") { _, _ in
                Response(
                    status: .ok, headers: [.contentType: file.type, .cacheControl: "no-cache"],
                    body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
            }
        }
        router.get("/events") { request, _ in
            try secret.check(query: request)
            return try eventStream(request, of: hub.bulletin) { hub.newest() }
        }
        router.get("/health") { _, _ in
            Health(screen: hub.screen?.rawValue, pages: hub.bulletin.readerCount, loop: gauge.now).response
        }
        router.post("/choose") { request, _ in
            try secret.check(header: request)
            let told = try await read(Told.self, from: request)
            return answer(hub.pressed(told.token))
        }
        router.post("/pin") { request, _ in
            try secret.check(header: request)
            let told = try await read(ToldPIN.self, from: request)
            guard (1...Self.longestPIN).contains(told.pin.count) else {
                throw HTTPError(.badRequest, message: "a PIN has 1 to \(Self.longestPIN) characters")
            }
            return answer(hub.typedPIN(told.token, Secret(told.pin)))
        }
        router.post("/touch") { request, _ in
            try secret.check(header: request)
            _ = try await read(Nothing.self, from: request)
            hub.touched()
            return Response(status: .noContent)
        }
    }

    /// - Parameter events: where the page's views come from; goes into an attribute, so it is escaped here.
    func index(events: String = "/events") -> String {
        files.index.replacing("{{secret}}", with: secret.text)
            .replacing("{{events}}", with: events.replacing("&", with: "&amp;").replacing("\"", with: "&quot;"))
    }

    private func answer(_ press: PageHub.Press) -> Response {
        switch press {
        case .taken: Response(status: .noContent)
        case .stale: Response(status: .conflict)
        }
    }

    private struct Told: Decodable { var token: String }
    private struct ToldPIN: Decodable {
        var token: String
        var pin: String
    }
    private struct Nothing: Decodable {}

    private struct Health: Encodable {
        var status = "ok"
        var screen: String?
        var pages: Int
        var loop: LoopCounts

        var response: Response {
            Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: json(self))))
        }
    }
}

func html(_ text: String) -> Response {
    Response(
        status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
}

/// Reads a small JSON body.
/// - Throws: 413 if it is too long, 415 if it does not say that it is JSON, 400 if it is something else. The text of
///   the error never repeats what was sent.
func read<Body: Decodable>(_ type: Body.Type, from request: Request) async throws -> Body {
    guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
        throw HTTPError(.unsupportedMediaType, message: "send application/json")
    }
    let body = try await request.body.collect(upTo: PageRoutes.longestBody)
    do {
        return try JSONDecoder().decode(type, from: Data(body.readableBytesView))
    } catch {
        throw HTTPError(.badRequest, message: "this is not the JSON that belongs here")
    }
}

extension PageSecret {
    func check(header request: Request) throws {
        guard let given = request.headers[.init("X-Lectern-Secret")!], matches(given) else { throw refusal }
    }

    func check(query request: Request) throws {
        guard let given = request.uri.queryParameters["secret"], matches(given) else { throw refusal }
    }

    private var refusal: HTTPError { HTTPError(.forbidden, message: "a page without its role may not ask here") }
}
