import Circulation
import Foundation
import Journal

/// The whole kiosk tried once from end to end: two books borrowed, one brought back, and the traces of it.
public struct DemoCheck: Sendable {
    /// What it leaves to show.
    public struct Report: Sendable {
        public var receipt: String
        public var steps: [String]
    }

    private let program: String
    private let folder: String

    /// - Parameters:
    ///   - program: the `lectern` to try.
    ///   - folder: empty; the journal and the library go there.
    public init(program: String, folder: String) { (self.program, self.folder) = (program, folder) }

    /// Blocks for about ten seconds.
    /// - Throws: ``HostError/noAnswer(_:)`` with a sentence about what was not as it should be.
    public func run() throws(HostError) -> Report {
        let child = try ChildProgram(
            program, ["run", "--pretend", "--port", "0", "--data", folder], lineCount: 2)
        var report: Report
        do throws(HostError) {
            guard let port = child.port else { throw HostError.noAnswer("the ready line names no port.") }
            report = try visit(port)
        } catch {
            child.stop()
            throw error
        }
        let status = child.stop()
        guard status == 0 else { throw .noAnswer("lectern ended with status \(status) when it was asked to end.") }
        report.steps.append(try journal())
        return report
    }

    private func visit(_ port: Int) throws(HostError) -> Report {
        let visitor = try Visitor(port: port)
        try visitor.sees(screen: "attract", within: .seconds(30))
        let table = try visitor.finds("two books and a card") { $0.books.count >= 2 && !$0.cards.isEmpty }
        let (first, second, card) = (table.books[0].id, table.books[1].id, table.cards[0].id)
        guard table.books.allSatisfy(\.alarm) else { throw .noAnswer("a book's gate alarm is off before it is lent.") }

        let receipt = try borrow(visitor, [first, second], card)
        try visitor.does("clear")
        // The pad looks four times a second: a book that is put back sooner never left.
        pause(milliseconds: 1500)
        try visitor.press("nextCard")
        try visitor.sees(screen: "attract")
        try giveBack(visitor, first, stillLent: second)
        return Report(
            receipt: receipt,
            steps: [
                "two books borrowed, their gate alarms are off", "one book brought back, its gate alarm is on again",
            ])
    }

    private func borrow(_ visitor: Visitor, _ books: [String], _ card: String) throws(HostError) -> String {
        for book in books { try visitor.does("put", book) }
        try visitor.sees(screen: "books")
        try visitor.does("scan", card)
        try visitor.sees("the question for the PIN") { $0.pin != nil }
        try visitor.type(pin: "1234")
        try visitor.sees("two borrowed books", within: .seconds(30)) { view in
            view.screen == "borrow" && view.rows.count == 2 && view.rows.allSatisfy { $0.is == "done" }
        }
        try visitor.finds("two gate alarms off") { table in
            table.books.filter { books.contains($0.id) }.allSatisfy { !$0.alarm }
        }
        try visitor.press("finish")
        try visitor.sees(screen: "receipt")
        try visitor.press("paper")
        try visitor.sees(screen: "goodbye")
        return try visitor.finds("a receipt") { !$0.paper.isEmpty }.paper[0].text
    }

    private func giveBack(_ visitor: Visitor, _ book: String, stillLent: String) throws(HostError) {
        try visitor.does("put", book)
        try visitor.sees(screen: "books")
        try visitor.press("returnInstead")
        try visitor.sees("a returned book", within: .seconds(30)) { view in
            view.screen == "return" && view.rows.count == 1 && view.rows.allSatisfy { $0.is == "done" }
        }
        try visitor.finds("the returned book's gate alarm on, the other's off") { table in
            table.books.allSatisfy { $0.id == stillLent ? !$0.alarm : $0.alarm }
        }
        try visitor.press("finish")
        try visitor.sees(screen: "receipt")
        try visitor.press("noPaper")
        try visitor.sees(screen: "goodbye")
    }

    private func journal() throws(HostError) -> String {
        let records: [Record]
        do { records = try JournalReader(folder: folder).entries(from: 1, limit: 1000) } catch {
            throw .noAnswer("\(error.code): \(error.advice)")
        }
        let lent = records.count { record in
            if case .settled(_, .lent) = record.entry { true } else { false }
        }
        let returned = records.count { record in
            if case .settled(_, .returned) = record.entry { true } else { false }
        }
        guard lent == 2, returned == 1 else {
            throw .noAnswer("the journal has \(lent) loans and \(returned) returns instead of 2 and 1.")
        }
        return "the journal has both loans and the return"
    }
}
