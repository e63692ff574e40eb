import Circulation
import Engine
import Foundation
import Host
import Journal
import Testing

/// The real program, as it is started in a library.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct ProcessTests {
    @Test("the program that is tested is there") func there() {
        #expect(FileManager.default.isExecutableFile(atPath: Program.path), "build it: swift build --product lectern")
    }

    @Test("a port that is in use is named, with what to do")
    func portInUse() async throws {
        let other = try await ByteServer(port: 0) { ByteServer.Guest { _ in [] } }
        let folder = try newFolder()
        let arguments = ["run", "--pretend", "--port", "\(other.port)", "--data", folder]
        let end = try await onThread { try Program.run(arguments) }
        await other.close()
        #expect(end.status == 1)
        #expect(end.said.contains("HOST-1: port \(other.port) is in use"))
    }

    @Test("pages for other machines need TLS")
    func address() async throws {
        let end = try await onThread { try Program.run(["run", "--pretend", "--address", "0.0.0.0"]) }
        #expect(end.status == 1)
        #expect(end.said.contains("HOST-2"))
        #expect(end.said.contains("TLS"))
    }

    @Test("every mistake in the settings is named with its line, and the station does not start")
    func settings() async throws {
        let folder = try newFolder()
        let file = folder + "/station.yaml"
        try "library:\n  hots: example\npages.port: many\n".write(toFile: file, atomically: true, encoding: .utf8)
        let check = try await onThread { try Program.run(["config", "--check", file], hearing: .output) }
        #expect(check.status == 1)
        #expect(check.said.contains("line 2") && check.said.contains("library.hots"))
        #expect(check.said.contains("line 3") && check.said.contains("pages.port"))
        let run = try await onThread { try Program.run(["run", "--config", file, "--data", folder]) }
        #expect(run.status == 1)
        #expect(run.said.contains("library.hots"))
        try "".write(toFile: file, atomically: true, encoding: .utf8)
        let empty = try await onThread { try Program.run(["config", "--check", file], hearing: .output) }
        #expect(empty.status == 0, "an empty file is valid: \(empty.said)")
    }

    @Test("a second station on the same journal is refused")
    func twoStations() async throws {
        let folder = try newFolder()
        let engine = try await onThread { try Fixture.engine(folder) }
        let first = try await onThread { try Fixture.station(folder, engine) }
        let second = try await onThread { try Program.run(Fixture.arguments(folder, engine)) }
        #expect(second.status == 1)
        #expect(second.said.contains("JOUR-2"))
        #expect(await onThreadStop(first) == 0)
        #expect(await onThreadStop(engine) == 0)
    }

    @Test("the journal is shown as JSON, a line each, and names nobody")
    func journal() async throws {
        let folder = try newFolder()
        let engine = try await onThread { try Fixture.engine(folder) }
        let station = try await onThread {
            let station = try Fixture.station(folder, engine)
            let visitor = try Visitor(port: station.port ?? 0)
            try Fixture.borrow(visitor, [SampleCatalogue.item(1).text])
            try visitor.sees("a borrowed book") { $0.rows.contains { $0.is == "done" } }
            return station
        }
        let show = ["journal", "--data", folder + "/station", "--json"]
        let end = try await onThread { try Program.run(show, hearing: .output) }
        let lines = end.said.split(separator: "\n")
        let kinds = try lines.map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])["kind"] as? String
        }
        #expect(Array(kinds.prefix(2)) == ["asked", "settled"])
        #expect(!end.said.contains(SampleCatalogue.card(1).text))
        #expect(await onThreadStop(station) == 0)
        #expect(await onThreadStop(engine) == 0)
    }
}

func onThreadStop(_ program: ChildProgram) async -> Int32 {
    (try? await onThread { program.stop() }) ?? -1
}

/// A library system and a station as processes of their own.
enum Fixture {
    static func engine(_ folder: String) throws -> ChildProgram {
        try ChildProgram(
            Program.path, ["engine", "serve", "--data", folder + "/engine", "--port", "0", "--sample", "--leash"])
    }

    static func arguments(_ folder: String, _ engine: ChildProgram) -> [String] {
        [
            "run", "--pretend", "--pretend-fast", "--port", "0", "--data", folder + "/station", "--library",
            "127.0.0.1:\(engine.port ?? 0)",
        ]
    }

    static func station(_ folder: String, _ engine: ChildProgram, _ more: [String] = []) throws -> ChildProgram {
        try ChildProgram(Program.path, arguments(folder, engine) + more, lineCount: 2)
    }

    /// Up to the moment when the books are asked for.
    static func borrow(_ visitor: Visitor, _ books: [String]) throws {
        try visitor.sees(screen: "attract", within: .seconds(30))
        for book in books { try visitor.does("put", book) }
        try visitor.sees("the books") { $0.screen == "books" }
        try visitor.does("scan", SampleCatalogue.card(1).text)
        try visitor.sees("the PIN") { $0.pin != nil }
        try visitor.type(pin: "1234")
    }
}
