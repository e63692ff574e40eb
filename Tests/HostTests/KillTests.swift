import Circulation
import Engine
import Foundation
import Host
import Journal
import Testing

/// The station is killed as by a power cut, at another moment of a borrowing each time. Afterwards its journal and
/// the library agree: nothing lost, nothing lent twice, nothing renewed.
@Suite(.serialized, .timeLimit(.minutes(60)))
struct KillTests {
    static let kills = ProcessInfo.processInfo.environment["LECTERN_KILLS"].flatMap { Int($0) } ?? 20
    /// On a slow cable a question is open for a while, so that many kills meet one.
    static let delay = ["--pretend-delay", "60"]
    /// From the PIN to the last alarm takes about this long then.
    static let visitMilliseconds = 1000

    @Test("a killed station knows afterwards what happened")
    func kills() async throws {
        let folder = try newFolder()
        let engine = try await onThread { try Fixture.engine(folder) }
        let library = try Library(path: folder + "/engine/library.sqlite")
        var station = try await onThread { try Fixture.station(folder, engine, Self.delay) }
        var (interrupted, lent) = (0, 0)
        for round in 0..<Self.kills {
            let books = [1 + round * 2 % 10, 2 + round * 2 % 10].map { SampleCatalogue.item($0) }
            let before = try Self.entries(folder).count
            // Evenly over the visit, and in another order than by time.
            let moment = UInt32(round * 7 % Self.kills * Self.visitMilliseconds / Self.kills)
            let victim = station
            let unlocked = try await onThread { try Self.borrowAndKill(victim, books, after: moment) }
            let why = "kill \(round) after \(moment) ms"
            if try !Self.open(Self.entries(folder)).isEmpty { interrupted += 1 }
            station = try await onThread { try Fixture.station(folder, engine, Self.delay) }
            try await Self.waitUntilSettled(folder)
            let entries = try Array(Self.entries(folder).dropFirst(before))
            lent += try Self.compare(books, entries, library, unlocked: unlocked, why: why)
            for book in books { _ = try library.checkin(book, at: "MAIN", now: HostClock().local()) }
        }
        #expect(await onThreadStop(station) == 0)
        #expect(await onThreadStop(engine) == 0)
        #expect(try JournalReader(folder: folder + "/station").firstBroken() == nil)
        // Kills that never meet an open question prove nothing.
        #expect(interrupted > 0 && lent > 0, "\(interrupted) kills in mid-question, \(lent) loans")
        print("\(Self.kills) kills: \(interrupted) in mid-question, \(lent) books lent")
    }

    /// - Returns: the books whose alarm was off when the station died.
    private static func borrowAndKill(_ station: ChildProgram, _ books: [ItemBarcode], after: UInt32) throws
        -> [String]
    {
        let visitor = try Visitor(port: station.port ?? 0)
        try Fixture.borrow(visitor, books.map(\.text))
        usleep(after * 1000)
        station.killNow()
        while (try? visitor.finds("the end", within: .milliseconds(500)) { _ in false }) != nil {}
        return visitor.table?.books.filter { !$0.alarm }.map(\.id) ?? []
    }

    /// - Returns: how many of the books are lent.
    private static func compare(
        _ books: [ItemBarcode], _ entries: [Entry], _ library: Library, unlocked: [String], why: String
    ) throws -> Int {
        var count = 0
        for book in books {
            let loans = try library.openLoans().filter { $0.item == book }
            let isLent = isLent(book, entries)
            #expect(loans.count == (isLent ? 1 : 0), "\(why): \(book) lent by the journal: \(isLent)")
            #expect(!unlocked.contains(book.text) || isLent, "\(why): the alarm of \(book) was off before it was lent")
            count += loans.count
        }
        #expect(try library.renewals() == 0, "\(why): nothing is renewed")
        return count
    }

    private static func isLent(_ book: ItemBarcode, _ entries: [Entry]) -> Bool {
        let asked = entries.compactMap { entry in
            if case .asked(let id, _, book, _) = entry { id } else { nil as TransactionID? }
        }
        return entries.contains { entry in
            if case .settled(let id, .lent) = entry { asked.contains(id) } else { false }
        }
    }

    private static func entries(_ folder: String) throws -> [Entry] {
        // Before the first start there is none.
        guard FileManager.default.fileExists(atPath: folder + "/station") else { return [] }
        return try JournalReader(folder: folder + "/station").entries(from: 1, limit: 100_000).map(\.entry)
    }

    private static func open(_ entries: [Entry]) -> [TransactionID] { Recovered(replaying: entries).open.map(\.id) }

    /// Short settling times: a few seconds at most.
    private static func waitUntilSettled(_ folder: String) async throws {
        let deadline = ContinuousClock.now + .seconds(30)
        while try !open(entries(folder)).isEmpty {
            guard ContinuousClock.now < deadline else {
                Issue.record("not settled within 30 s: \(try open(entries(folder)))")
                return
            }
            try await Task.sleep(for: .milliseconds(100))
        }
    }
}
