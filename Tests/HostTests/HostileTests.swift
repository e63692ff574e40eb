import Circulation
import Engine
import Foundation
import Host
import Testing

/// Who may ask what. Each row is an attack or a mistake, and what it must get.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct HostileTests {
    private struct Row {
        var why: String
        var method = "GET"
        var path: String
        var headers: [String] = []
        var body: String?
        var status: Int
    }

    private func rows(port: Int, page: String, bench: String) -> [Row] {
        let secret = "X-Lectern-Secret: \(page)"
        let long = String(repeating: "x", count: 5000)
        return [
            Row(why: "the page itself", path: "/", status: 200),
            Row(why: "a script", path: "/kiosk.js", status: 200),
            Row(why: "another host's name", path: "/", headers: ["Host: evil.example"], status: 421),
            Row(why: "our host, another port", path: "/", headers: ["Host: 127.0.0.1:1"], status: 421),
            Row(why: "localhost", path: "/", headers: ["Host: localhost:\(port)"], status: 200),
            Row(why: "another site's page", path: "/", headers: ["Origin: http://evil.example"], status: 403),
            Row(why: "a page from a file", path: "/", headers: ["Origin: null"], status: 403),
            Row(why: "our own page", path: "/", headers: ["Origin: http://127.0.0.1:\(port)"], status: 200),
            Row(why: "a file that is not ours", path: "/etc/passwd", status: 404),
            Row(why: "a path out of the folder", path: "/..%2f..%2fetc/passwd", status: 404),
            Row(why: "the words' folder", path: "/words/en.json", status: 404),
            Row(why: "the bench's page as it lies there", path: "/pretend.html", status: 404),
            Row(why: "events without a secret", path: "/events", status: 403),
            Row(why: "events with the bench's secret", path: "/events?secret=\(bench)", status: 403),
            Row(why: "the table with the page's secret", path: "/pretend/events?secret=\(page)", status: 403),
            Row(why: "no secret", method: "POST", path: "/choose", body: "{\"token\":\"c1\"}", status: 403),
            Row(
                why: "a page without its role", method: "POST", path: "/pretend/do", headers: [secret],
                body: "{\"do\":\"clear\"}", status: 403),
            Row(
                why: "the bench at the kiosk", method: "POST", path: "/touch", headers: ["X-Lectern-Secret: \(bench)"],
                body: "{}", status: 403),
            Row(
                why: "a stale token", method: "POST", path: "/choose", headers: [secret], body: "{\"token\":\"c999\"}",
                status: 409),
            Row(
                why: "a PIN that nobody asked for", method: "POST", path: "/pin", headers: [secret],
                body: "{\"token\":\"c1\",\"pin\":\"1234\"}", status: 409),
            Row(
                why: "an empty PIN", method: "POST", path: "/pin", headers: [secret],
                body: "{\"token\":\"c1\",\"pin\":\"\"}", status: 400),
            Row(
                why: "a long PIN", method: "POST", path: "/pin", headers: [secret],
                body: "{\"token\":\"c1\",\"pin\":\"\(long.prefix(33))\"}", status: 400),
            Row(why: "not JSON", method: "POST", path: "/touch", headers: [secret], body: "hello", status: 400),
            Row(
                why: "a form", method: "POST", path: "/touch", headers: [secret, "Content-Type: text/plain"],
                body: "{}",
                status: 415),
            Row(
                why: "a long body", method: "POST", path: "/choose", headers: [secret], body: "{\"token\":\"\(long)\"}",
                status: 413),
            Row(why: "somebody is here", method: "POST", path: "/touch", headers: [secret], body: "{}", status: 204),
            Row(why: "a screen that is none", path: "/pretend/screens/nothing", status: 404),
            Row(why: "a language that is none", path: "/pretend/screens/attract?lang=%22%3E", status: 400),
        ]
    }

    @Test("every stranger gets the door and every page its own")
    func doors() async throws {
        let machine = try await Machine()
        try await onThread {
            let visitor = try Visitor(port: machine.port)
            let client = visitor.client
            for row in rows(port: machine.port, page: visitor.pageSecret, bench: visitor.benchSecret) {
                let answer = try client.ask(row.method, row.path, headers: row.headers, body: row.body)
                #expect(answer.status == row.status, "\(row.why): \(answer.body.prefix(200))")
                let headers = answer.headers.map { $0.lowercased() }
                #expect(headers.contains { $0.hasPrefix("content-security-policy: default-src 'self';") }, "\(row.why)")
                #expect(headers.contains("x-content-type-options: nosniff"), "\(row.why)")
                #expect(!answer.body.contains("1234"), "\(row.why): nothing that was typed comes back")
            }
        }
        await machine.stop()
    }

    @Test("sixteen streams are enough, and a closed one makes room")
    func streams() async throws {
        let machine = try await Machine()
        try await onThread {
            let client = PageClient(port: machine.port)
            let page = try client.ask("GET", "/").body
            let secret = PageClient.meta("lectern-secret", in: page) ?? ""
            let path = "/events?secret=\(secret)"
            var open = try (1...16).map { _ in try client.events(path) }
            for events in open { _ = try events.next(within: .seconds(5)) }
            #expect(try client.ask("GET", path).status == 503)
            open.removeAll()
            let deadline = ContinuousClock.now + .seconds(5)
            var again: PageEvents?
            while again == nil, ContinuousClock.now < deadline { again = try? client.events(path) }
            #expect(try again?.next(within: .seconds(5)).contains("\"screen\"") == true)
        }
        await machine.stop()
    }

    @Test("every screen has a sample, in every language")
    func samples() async throws {
        let machine = try await Machine()
        try await onThread {
            let client = PageClient(port: machine.port)
            let list = try client.ask("GET", "/pretend/screens").body
            let names = try JSONDecoder().decode([String].self, from: Data(list.utf8))
            #expect(names.contains("attract") && names.contains("return"))
            for name in names {
                for language in ["en", "ar"] {
                    let html = try client.ask("GET", "/pretend/screens/\(name)?lang=\(language)&overlay=warning").body
                    let events = try #require(PageClient.meta("lectern-events", in: html))
                    let view = try client.events(events).next(within: .seconds(5))
                    #expect(view.contains("\"screen\":\"\(name)\""))
                    #expect(view.contains("\"lang\":\"\(language)\"") && view.contains("\"overlay\":{"))
                }
            }
        }
        await machine.stop()
    }

    @Test("in a library there is no bench, and no sample of any screen")
    func noBench() async throws {
        var plan = RunPlan.pretend(languages: ["en"], isFast: false)
        (plan.dataFolder, plan.shareFolder, plan.pagePort) = (try newFolder(), checkout, 0)
        let run = KioskRun(plan, listensToSignals: false)
        let (ports, found) = AsyncStream.makeStream(of: Int.self)
        let task = Task { try await run.run { found.yield($0) } }
        let port = try #require(await ports.first(where: { _ in true }))
        try await onThread {
            let client = PageClient(port: port)
            let page = try client.ask("GET", "/")
            #expect(page.status == 200)
            for path in ["/pretend", "/pretend/events", "/pretend/screens", "/pretend/screens/attract"] {
                let answer = try client.ask("GET", path)
                #expect(answer.status == 404, "\(path)")
            }
            let deed = try client.ask("POST", "/pretend/do", body: "{}")
            #expect(deed.status == 404)
        }
        task.cancel()
        _ = await task.result
    }
}
