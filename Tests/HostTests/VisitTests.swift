import Circulation
import Engine
import Foundation
import Host
import Journal
import Station
import Testing

@Suite(.serialized, .timeLimit(.minutes(3)))
struct VisitTests {
    /// Borrows until every row has come to rest.
    private static func borrow(_ visitor: Visitor, _ books: [String]) throws {
        try visitor.sees(screen: "attract")
        for book in books { try visitor.does("put", book) }
        try visitor.sees(screen: "books")
        try visitor.does("scan", SampleCatalogue.card(1).text)
        try visitor.sees("the PIN") { $0.pin != nil }
        try visitor.type(pin: "1234")
    }

    @Test("what the patron borrowed is in the journal and in the library")
    func borrowed() async throws {
        let machine = try await Machine()
        try await onThread {
            let visitor = try Visitor(port: machine.port)
            try Self.borrow(visitor, [1, 2].map { SampleCatalogue.item($0).text })
            try visitor.sees("two borrowed books") { $0.rows.count == 2 && $0.rows.allSatisfy { $0.is == "done" } }
            try visitor.finds("two alarms off") { $0.books.count { !$0.alarm } == 2 }
        }
        await machine.stop()
        let entries = try JournalReader(folder: machine.folder).entries(from: 1, limit: 100).map(\.entry)
        let lent = entries.count { entry in
            if case .settled(_, .lent) = entry { true } else { false }
        }
        #expect(lent == 2)
        #expect(try machine.library.openLoans(of: SampleCatalogue.card(1)).count == 2)
        #expect(try JournalReader(folder: machine.folder).firstBroken() == nil)
    }

    /// A commit takes 50 ms here, thirty books want to be written down, and a person presses a button meanwhile.
    @Test("the screen answers within 100 ms while a slow disk writes thirty books")
    func slowDisk() async throws {
        let machine = try await Machine(books: 30) { $0.delayBeforeCommit = .milliseconds(50) }
        let times = try await onThread {
            let visitor = try Visitor(port: machine.port)
            try Self.borrow(visitor, (1...30).map { SampleCatalogue.item($0).text })
            try visitor.sees("the first book") { $0.rows.contains { $0.is == "done" } }
            var times: [Duration] = []
            for round in 1...12 {
                let began = ContinuousClock.now
                try visitor.press(language: round % 2 == 1 ? "ar" : "en")
                try visitor.sees("the other language") { $0.lang == (round % 2 == 1 ? "ar" : "en") }
                times.append(ContinuousClock.now - began)
            }
            try visitor.sees("work that goes on") { view in view.rows.contains { $0.is == "work" } }
            return times.sorted()
        }
        await machine.stop()
        #expect(times[times.count - 2] < .milliseconds(100), "all times: \(times)")
    }

    @Test("a page that is opened in mid-visit shows what the closed one showed")
    func reopened() async throws {
        let machine = try await Machine()
        try await onThread {
            let first = try Visitor(port: machine.port)
            try Self.borrow(first, [SampleCatalogue.item(1).text])
            let before = try first.sees("a borrowed book") { $0.rows.count == 1 && $0.rows[0].is == "done" }
            let after = try Visitor(port: machine.port).sees(screen: "borrow")
            #expect(after.rows == before.rows)
            #expect(after.title == before.title)
        }
        await machine.stop()
    }

    @Test("a pulled cable is noticed, and a plugged one is used again")
    func cable() async throws {
        let machine = try await Machine()
        try await onThread {
            let visitor = try Visitor(port: machine.port)
            try visitor.sees(screen: "attract")
            try visitor.cable(isIn: false)
            try visitor.sees(screen: "outOfOrder", within: .seconds(30))
            try visitor.cable(isIn: true)
            try visitor.sees(screen: "attract", within: .seconds(40))
        }
        await machine.stop()
    }
}
