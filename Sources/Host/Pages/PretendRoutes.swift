import Foundation
import Hummingbird
import Kiosk

/// The bench and the samples of every screen. These exist only while pretending, and have a secret of their own.
struct PretendRoutes: Sendable {
    let bench: Bench
    let page: PageRoutes
    let secret: PageSecret

    func add(to router: Router<BasicRequestContext>) {
        let text = (page.files.pretend ?? "").replacing("{{secret}}", with: secret.text)
        router.get("/pretend") { _, _ in html(text) }
        router.get("/pretend/events") { request, _ in
            try secret.check(query: request)
            return try eventStream(request, of: bench.bulletin) { bench.newest() }
        }
        router.post("/pretend/do") { request, _ in
            try secret.check(header: request)
            let deed = try await read(Bench.Deed.self, from: request)
            guard await bench.act(deed) else { throw HTTPError(.badRequest, message: "the bench cannot do that") }
            return Response(status: .noContent)
        }
        router.get("/pretend/screens") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: json(Screen.Name.allCases.map(\.rawValue)))))
        }
        router.get("/pretend/screens/:name") { request, context in
            let sample = try Sample(request, context)
            return html(page.index(events: sample.events(secret: page.secret.text)))
        }
        router.get("/pretend/screens/:name/events") { request, context in
            try page.secret.check(query: request)
            let sample = try Sample(request, context)
            let view = sample.view(page.hub)
            return try eventStream(request, of: page.hub.bulletin) { view }
        }
    }

    /// Which screen, in which language and shape. Only what is known here gets through.
    private struct Sample: Sendable {
        var screen: Screen.Name
        var language: String
        var hasOverlay: Bool
        var layout: PageSettings.Layout?
        var theme: PageSettings.Theme?

        init(_ request: Request, _ context: BasicRequestContext) throws {
            let query = request.uri.queryParameters
            guard let screen = context.parameters.get("name").flatMap(Screen.Name.init) else {
                throw HTTPError(.notFound)
            }
            self.screen = screen
            let wanted = String(query["lang"] ?? "en")
            guard wanted.count <= 16, wanted.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
            else { throw HTTPError(.badRequest, message: "lang is not a language") }
            language = wanted
            hasOverlay = query["overlay"] == "warning"
            layout = query["layout"].flatMap { PageSettings.Layout(rawValue: String($0)) }
            theme = query["theme"].flatMap { PageSettings.Theme(rawValue: String($0)) }
        }

        func events(secret: String) -> String {
            var parts = ["lang=\(language)", "secret=\(secret)"]
            if hasOverlay { parts.append("overlay=warning") }
            if let layout { parts.append("layout=\(layout.rawValue)") }
            if let theme { parts.append("theme=\(theme.rawValue)") }
            return "/pretend/screens/\(screen.rawValue)/events?" + parts.joined(separator: "&")
        }

        func view(_ hub: PageHub) -> String {
            var settings = hub.pageSettings
            settings.layout = layout ?? settings.layout
            settings.theme = theme ?? settings.theme
            return hub.sample(screen, language: language, overlay: hasOverlay, settings: settings)
        }
    }
}
