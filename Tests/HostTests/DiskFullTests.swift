import Circulation
import Engine
import Foundation
import Host
import Journal
import Testing

/// A disk of half a megabyte in a world of its own (a mount namespace), filled up in the middle of a visit.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct DiskFullTests {
    /// Mounting needs rights that a developer may not have.
    static let mayMount: Bool = {
        let mount = ["-m", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt"]
        return (try? Program.run(mount, program: "/usr/bin/unshare"))?.status == 0
    }()

    @Test(
        "on a full disk nothing is lent, and when there is room again the visit goes on by itself",
        .enabled(if: mayMount, "needs the right to mount: run as root"))
    func full() async throws {
        let folder = try newFolder()
        let engine = try await onThread { try Fixture.engine(folder) }
        try FileManager.default.createDirectory(atPath: folder + "/station", withIntermediateDirectories: true)
        let script = """
            mount -t tmpfs -o size=512k tmpfs \(folder)/station && exec "$0" "$@"
            """
        // The times of people, because a full disk takes a while to be noticed.
        let slow = Fixture.arguments(folder, engine).filter { $0 != "--pretend-fast" }
        let arguments = ["-m", "sh", "-c", script, Program.path] + slow
        let station = try await onThread { try ChildProgram("/usr/bin/unshare", arguments, lineCount: 2) }
        let inside = "/proc/\(station.identifier)/root\(folder)/station"
        let library = try Library(path: folder + "/engine/library.sqlite")
        try await onThread {
            let visitor = try Visitor(port: station.port ?? 0)
            try visitor.sees(screen: "attract", within: .seconds(30))
            try Self.fill(inside + "/filler")
            try Fixture.borrow(visitor, [SampleCatalogue.item(1).text])
            try visitor.sees("a book that waits") { $0.rows.contains { $0.is == "work" } }
            try Self.waitForFailure(visitor)
            #expect(try library.openLoans(of: SampleCatalogue.card(1)).isEmpty, "nothing is asked before it is on disk")
            try FileManager.default.removeItem(atPath: inside + "/filler")
            try visitor.sees("the borrowed book", within: .seconds(20)) { $0.rows.contains { $0.is == "done" } }
            #expect(try library.openLoans(of: SampleCatalogue.card(1)).count == 1)
            #expect(try library.renewals() == 0)
            let look = ["-t", "\(station.identifier)", "-m", Program.path, "journal", "--data", folder + "/station"]
            let journal = try Program.run(look, hearing: .output, program: "/usr/bin/nsenter").said
            #expect(journal.split(separator: "\n").count { $0.contains(" asked ") } == 1, "\(journal)")
            #expect(journal.split(separator: "\n").count { $0.contains(" settled ") } == 1, "\(journal)")
        }
        #expect(await onThreadStop(station) == 0)
        #expect(await onThreadStop(engine) == 0)
    }

    /// Takes the last byte.
    private static func fill(_ path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        try #require(descriptor >= 0)
        defer { close(descriptor) }
        for size in [65_536, 4096, 1] {
            let piece = [UInt8](repeating: 0, count: size)
            while write(descriptor, piece, size) == size {}
        }
    }

    private static func waitForFailure(_ visitor: Visitor) throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while try !visitor.client.ask("GET", "/health").body.contains("\"journalFailures\":1") {
            try #require(ContinuousClock.now < deadline, "the full disk was never noticed")
            usleep(100_000)
        }
    }
}
