import Circulation
import Paper
import Pretend
import Station
import Synchronization
import Wires

/// The whole kiosk without hardware: a pad, a scanner, a printer and a cable to a library system, all moved from a
/// page. The station knows nothing of it: real bytes flow through real ports.
public final class Bench: Sendable {
    /// What a hand does. One of put, lift, scan, cable, tear, clear.
    struct Deed: Decodable, Sendable {
        var `do`: String
        var id: String?
        var `in`: Bool?
    }

    private struct Book {
        var title: String
        var barcode: String
        /// The tag, while the book is not on the pad.
        var tag: PretendTag
    }

    private struct State {
        var books: [Book]
        var scanned: String?
        var scans = 0
    }

    let bulletin: Bulletin
    private let cards: [PretendTable.Card]
    private let pad: BenchPad
    private let scanner = try? BenchScanner()
    private let paper: BenchPaper
    private let printer: ByteServer
    private let cable: Cable
    private let state: Mutex<State>

    /// - Throws: ``WireEnd`` if the system has no pseudo-terminals left, and what it says about ports.
    public init(_ table: PretendTable, cable: Cable) async throws {
        let bulletin = Bulletin()
        let paper = BenchPaper { bulletin.knock() }
        (self.bulletin, self.paper, self.cable, cards) = (bulletin, paper, cable, table.cards)
        pad = try BenchPad { bulletin.knock() }
        printer = try await ByteServer(port: 0, mostGuests: 4) { paper.guest() }
        let books = try table.books.enumerated().map { index, book in
            let uid = TagUID(0xE004_0100_0000_0000 + UInt64(index + 1))
            let tag = try PretendTag.item(barcode: book.barcode, uid: uid, alarmOn: true)
            return Book(title: book.title, barcode: book.barcode, tag: tag)
        }
        state = Mutex(State(books: books))
    }

    /// What the station opens.
    public var places: [Ports.Place] {
        [Ports.Place(.pad, .path(pad.path))] + (scanner.map { [Ports.Place(.scanner, .path($0.path))] } ?? [])
    }

    public var printerProfile: PrinterProfile { BenchPaper.profile }

    public var printerAddress: ReceiptPrinter.Address {
        .tcp(RawPrinter(host: "127.0.0.1", port: UInt16(clamping: printer.port)))
    }

    // MARK: Hands

    /// - Returns: false for something that the bench has not, or does not know how to do.
    func act(_ deed: Deed) async -> Bool {
        defer { bulletin.knock() }
        switch deed.do {
        case "put": return put(deed.id)
        case "lift": return lift(deed.id)
        case "scan": return scan(deed.id)
        case "tear":
            paper.tear()
            return true
        case "cable": return await setCable(isIn: deed.in ?? true)
        case "clear":
            for book in state.withLock({ $0.books }) { _ = lift(book.barcode) }
            paper.tear()
            state.withLock { $0.scanned = nil }
            return await setCable(isIn: true)
        default: return false
        }
    }

    private func put(_ id: String?) -> Bool {
        guard let book = state.withLock({ $0.books.first { $0.barcode == id } }) else { return false }
        if !pad.tags.contains(where: { $0.uid == book.tag.uid }) { pad.put(book.tag) }
        return true
    }

    private func lift(_ id: String?) -> Bool {
        state.withLock { state in
            guard let index = state.books.firstIndex(where: { $0.barcode == id }) else { return false }
            if let tag = pad.lift(state.books[index].tag.uid) { state.books[index].tag = tag }
            return true
        }
    }

    private func scan(_ id: String?) -> Bool {
        guard let id, let scanner, isKnown(id) else { return false }
        scanner.scan(id)
        let scans = state.withLock { state in
            state.scanned = id
            state.scans += 1
            return state.scans
        }
        Task {
            try? await Task.sleep(for: .seconds(4))
            state.withLock { state in
                if state.scans == scans { state.scanned = nil }
            }
            bulletin.knock()
        }
        return true
    }

    private func isKnown(_ id: String) -> Bool {
        cards.contains { $0.barcode == id } || state.withLock { $0.books.contains { $0.barcode == id } }
    }

    private func setCable(isIn: Bool) async -> Bool {
        guard isIn else {
            await cable.pull()
            return true
        }
        do { try await cable.plugIn() } catch { return false }
        return true
    }

    // MARK: What the page shows

    private struct Picture: Encodable {
        struct Book: Encodable {
            var id: String
            var title: String
            var onPad: Bool
            var alarm: Bool
            var loan: Bool
        }
        struct Card: Encodable {
            var id: String
            var label: String
            var name: String
            var note: String
        }
        var books: [Book]
        var cards: [Card]
        var card: String?
        var cable: Bool
        var paper: [BenchPaper.Slip]
        var sees: [String]
        var tags: String
    }

    /// The table as JSON on one line.
    func newest() -> String {
        let onPad = pad.tags
        let (books, scanned) = state.withLock { ($0.books, $0.scanned) }
        let pictures = books.map { book in
            let lying = onPad.first { $0.uid == book.tag.uid }
            let isOn = (lying ?? book.tag).isAlarmOn ?? true
            // The bench knows only what a gate knows: a book whose alarm is off has been borrowed.
            return Picture.Book(id: book.barcode, title: book.title, onPad: lying != nil, alarm: isOn, loan: !isOn)
        }
        return json(
            Picture(
                books: pictures,
                cards: cards.map { Picture.Card(id: $0.barcode, label: $0.label, name: $0.name, note: $0.note) },
                card: scanned, cable: cable.isIn, paper: paper.slips,
                sees: ["\(onPad.count) on the pad", cable.isIn ? "library system answers" : "library system is away"],
                tags: "ISO 28560-3"))
    }
}
