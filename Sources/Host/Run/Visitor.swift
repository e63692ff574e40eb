import Foundation

/// A patron without a body, at the bench: holds a page and the table in its hands, through nothing but HTTP.
/// `lectern demo-check` is one, and so are the tests. Blocks its thread.
public final class Visitor {
    /// As much of a view as a patron needs.
    public struct View: Decodable, Sendable {
        public struct Choice: Decodable, Sendable {
            public var token: String
            public var name: String
        }
        public struct Row: Decodable, Equatable, Sendable {
            public var id: String
            public var `is`: String
            public var word: String
        }
        public struct Language: Decodable, Sendable {
            public var token: String
            public var code: String
        }
        public struct PIN: Decodable, Sendable { public var token: String }
        public struct Over: Decodable, Sendable { public var choices: [Choice] }

        public var number: Int
        public var screen: String
        public var lang: String
        public var title: String
        public var rows: [Row]
        public var choices: [Choice]
        public var languageChoices: [Language]
        public var pin: PIN?
        public var overlay: Over?
    }

    public struct Table: Decodable, Sendable {
        public struct Book: Decodable, Sendable {
            public var id: String
            public var title: String
            public var onPad: Bool
            public var alarm: Bool
        }
        public struct Card: Decodable, Sendable {
            public var id: String
            public var note: String
        }
        public struct Slip: Decodable, Sendable {
            public var number: Int
            public var text: String
        }
        public var books: [Book]
        public var cards: [Card]
        public var paper: [Slip]
        public var cable: Bool
    }

    public let client: PageClient
    public let pageSecret: String
    public let benchSecret: String
    private let views: PageEvents
    private let tables: PageEvents
    public private(set) var view: View?
    public private(set) var table: Table?

    /// - Throws: ``HostError/noAnswer(_:)``, like everything else here.
    public init(port: Int) throws(HostError) {
        client = PageClient(port: port)
        pageSecret = try Self.secret(client, "/")
        benchSecret = try Self.secret(client, "/pretend")
        views = try client.events("/events?secret=\(pageSecret)")
        tables = try client.events("/pretend/events?secret=\(benchSecret)")
    }

    private static func secret(_ client: PageClient, _ path: String) throws(HostError) -> String {
        let page = try client.ask("GET", path)
        guard let secret = PageClient.meta("lectern-secret", in: page.body) else {
            throw .noAnswer("\(path) has no secret in it.")
        }
        return secret
    }

    // MARK: Seeing

    /// Waits for a view, beginning with the one that is there.
    @discardableResult
    public func sees(_ what: String, within: Duration = .seconds(15), _ isIt: (View) -> Bool) throws(HostError)
        -> View
    {
        let deadline = ContinuousClock.now + within
        while true {
            if let view, isIt(view) { return view }
            let left = deadline - ContinuousClock.now
            guard left > .zero, let next = try? views.next(within: left) else {
                throw .noAnswer("waited for \(what), but the screen is \(view?.screen ?? "empty").")
            }
            view = try decode(View.self, next)
        }
    }

    @discardableResult
    public func sees(screen: String, within: Duration = .seconds(15)) throws(HostError) -> View {
        try sees(screen, within: within) { $0.screen == screen && $0.overlay == nil }
    }

    @discardableResult
    public func finds(_ what: String, within: Duration = .seconds(15), _ isIt: (Table) -> Bool) throws(HostError)
        -> Table
    {
        let deadline = ContinuousClock.now + within
        while true {
            if let table, isIt(table) { return table }
            let left = deadline - ContinuousClock.now
            guard left > .zero, let next = try? tables.next(within: left) else {
                throw .noAnswer("waited for \(what), but it is not so on the table.")
            }
            table = try decode(Table.self, next)
        }
    }

    private func decode<Seen: Decodable>(_ type: Seen.Type, _ text: String) throws(HostError) -> Seen {
        do { return try JSONDecoder().decode(type, from: Data(text.utf8)) } catch {
            throw .noAnswer("an event is not what it should be.")
        }
    }

    // MARK: Doing

    /// Presses the choice of this name on the screen that was seen last.
    public func press(_ name: String) throws(HostError) {
        guard let choice = ((view?.overlay?.choices ?? []) + (view?.choices ?? [])).first(where: { $0.name == name })
        else { throw .noAnswer("there is no \(name) to press on \(view?.screen ?? "the empty screen").") }
        try post("/choose", pageSecret, ["token": choice.token], what: "pressing \(name)")
    }

    public func press(language code: String) throws(HostError) {
        guard let choice = view?.languageChoices.first(where: { $0.code == code }) else {
            throw .noAnswer("\(code) is not offered.")
        }
        try post("/choose", pageSecret, ["token": choice.token], what: "choosing \(code)")
    }

    public func type(pin: String) throws(HostError) {
        guard let asked = view?.pin else { throw .noAnswer("nobody asks for a PIN.") }
        try post("/pin", pageSecret, ["token": asked.token, "pin": pin], what: "typing the PIN")
    }

    /// What a hand does at the table: put, lift, scan, tear, clear.
    public func does(_ deed: String, _ id: String? = nil) throws(HostError) {
        var body = ["do": deed]
        body["id"] = id
        try post("/pretend/do", benchSecret, body, what: deed)
    }

    public func cable(isIn: Bool) throws(HostError) {
        try check(
            client.ask(
                "POST", "/pretend/do", headers: ["X-Lectern-Secret: \(benchSecret)"],
                body: "{\"do\":\"cable\",\"in\":\(isIn)}"), "the cable")
    }

    private func post(_ path: String, _ secret: String, _ body: [String: String], what: String) throws(HostError) {
        try check(client.ask("POST", path, headers: ["X-Lectern-Secret: \(secret)"], body: json(body)), what)
    }

    private func check(_ answer: PageClient.Answer, _ what: String) throws(HostError) {
        guard answer.status == 204 else { throw .noAnswer("\(what) was answered with \(answer.status).") }
    }
}
