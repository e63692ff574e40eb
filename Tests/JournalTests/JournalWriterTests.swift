import Circulation
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Journal

@Suite struct JournalWriterTests {
    private final class Heard: Sendable {
        let news = Mutex<[JournalWriter.News]>([])
        var all: [JournalWriter.News] { news.withLock { $0 } }

        /// Waits for something to be told, at most ten seconds.
        func wait(until isTrue: ([JournalWriter.News]) -> Bool) async throws -> Bool {
            for _ in 0..<2000 {
                if isTrue(all) { return true }
                try await Task.sleep(for: .milliseconds(5))
            }
            return false
        }
    }

    @Test func whatComesWhileTheDiskIsBusyGoesInOneCommit() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        let heard = Heard()
        let writer = JournalWriter(journal: journal, delayBeforeCommit: .milliseconds(100)) { news in
            heard.news.withLock { $0.append(news) }
        }
        for number in 1...50 { writer.submit([asked(number, "31")], at: noon) }
        #expect(writer.close() == 0)
        #expect(heard.all.count <= 3, "\(heard.all.count) commits")
        #expect(heard.all.last == .committed(50))
        #expect(try journal.entries(from: 1, limit: 99).map(\.entry) == (1...50).map { asked($0, "31") })
    }

    @Test func submittingNeverWaitsForASlowDisk() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        let writer = JournalWriter(journal: journal, delayBeforeCommit: .milliseconds(300)) { _ in }
        let elapsed = ContinuousClock().measure {
            for number in 1...30 { writer.submit([asked(number, "31")], at: noon) }
        }
        #expect(elapsed < .milliseconds(200))
        #expect(writer.close() == 0)
    }

    @Test func afterAFullDiskItCarriesOnByItself() async throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        let heard = Heard()
        let writer = JournalWriter(journal: journal, retryAfter: .milliseconds(20)) { news in
            heard.news.withLock { $0.append(news) }
        }
        try journal.limitPages(to: 0)
        let many = (1...2000).map { asked($0, "a barcode that is long enough to fill some pages \($0)") }
        writer.submit(many, at: noon)
        #expect(try await heard.wait { $0 == [.failed(.diskFull)] })
        writer.submit([asked(2001, "31")], at: noon)
        try await Task.sleep(for: .milliseconds(100))
        #expect(heard.all == [.failed(.diskFull)], "told once")
        try journal.limitPages(to: 1_000_000)
        #expect(try await heard.wait { $0.last == .committed(2001) })
        #expect(writer.close() == 0)
        #expect(try journal.entries(from: 1, limit: .max).map(\.number) == Array(1...2001))
    }

    @Test func closingOnAFullDiskSaysHowMuchWasLost() throws {
        let folder = Folder()
        let journal = try Journal(folder: folder.path)
        let writer = JournalWriter(journal: journal) { _ in }
        try journal.limitPages(to: 0)
        writer.submit((1...2000).map { asked($0, "a barcode that is long enough to fill some pages") }, at: noon)
        #expect(writer.close() == 2000)
    }
}
