import Circulation
import Engine
import Kiosk
import Pretend
import SIP2
import Station
import Tags

/// A book of the world: where it is, and its tag when it is not on the pad.
struct Book {
    enum Place: Equatable { case shelf, pad, away }
    let item: ItemBarcode
    let uid: TagUID
    var tag: PretendTag
    var place: Place
    var holder: PatronBarcode?
    var status: ItemStatus
}

/// Somebody who comes to the kiosk, with a mind of their own.
struct Visitor {
    static let cards = 4
    static func card(_ number: Int) -> PatronBarcode { PatronBarcode("2100\(number)") }

    let number: Int
    let card: PatronBarcode
    let returns: Bool
    var toPlace: [ItemBarcode]
    var lifted: [ItemBarcode] = []
    var hasScanned = false
    var pressed = 0
    let leavesAt: Int
    var isGone = false
}

extension World {
    static let stock: [Book] = (0..<10).map { number in
        let item = ItemBarcode("3100\(number)")
        let uid = TagUID(0xE004_0100_0000_1000 + UInt64(number))
        let isLent = number >= 7 && number < 9
        let tag: PretendTag
        do throws(TagError) {
            tag = try PretendTag.item(barcode: item.text, uid: uid, alarmOn: !isLent)
        } catch {
            preconditionFailure("a barcode of five digits fits on a tag")
        }
        return Book(
            item: item, uid: uid, tag: tag, place: isLent ? .away : .shelf,
            holder: isLent ? Visitor.card(number % Visitor.cards) : nil, status: number == 9 ? .reference : .ordinary)
    }

    static func settings(_ options: Options, needsPIN: Bool) -> Settings {
        var settings = Settings()
        settings.settling = options.settling
        settings.kiosk.needsPIN = needsPIN
        settings.kiosk.patience.books = .seconds(20)
        settings.kiosk.patience.borrow = .seconds(25)
        settings.kiosk.patience.giveBack = .seconds(25)
        settings.kiosk.patience.receipt = .seconds(8)
        settings.kiosk.patience.warning = .seconds(10)
        settings.line.user = "kiosk"
        settings.line.password = Secret("kiosk")
        settings.line.answerWithin = .seconds(10)
        settings.devices = [
            Settings.Device(role: .pad, model: "3m-810"), Settings.Device(role: .scanner, model: "line-scanner"),
        ]
        return settings
    }

    mutating func visitorComes() {
        guard !isCalm, !isOccupied else { return }
        seen.visits += 1
        isOccupied = true
        let number = visitors.count
        let card = Visitor.card(random.number(0...(Visitor.cards - 1)))
        let mine = books.filter { $0.place == .away && ($0.holder == card || random.chance(150)) }.map(\.item)
        let returns = !mine.isEmpty && random.chance(450)
        var wanted = returns ? mine : books.filter { $0.place == .shelf }.map(\.item)
        while wanted.count > random.number(1...4) { wanted.remove(at: random.number(0...(wanted.count - 1))) }
        visitors.append(
            Visitor(
                number: number, card: card, returns: returns, toPlace: wanted,
                leavesAt: now + random.number(8000...70_000)))
        note(12, [UInt8(truncatingIfNeeded: number)], "visitor \(number) \(returns ? "returns" : "borrows") \(wanted)")
        agenda.add(.visitorActs(number), at: now + 300)
    }

    mutating func visitorActs(_ number: Int) throws {
        guard !visitors[number].isGone else { return }
        guard now < visitors[number].leavesAt, !isCalm else { return try leave(number) }
        if isRunning { try act(number) }
        if !visitors[number].isGone {
            agenda.add(.visitorActs(number), at: now + random.number(swarm.hasty ? 150...900 : 400...2500))
        }
    }

    private mutating func act(_ number: Int) throws {
        let visitor = visitors[number]
        switch station.shown.display.screen.name {
        case .starting, .outOfOrder: return
        case .attract, .books:
            if visitor.pressed > 0 { return try leave(number) }
            if random.chance(600) { place(number) }
            if visitor.returns, pad.tags.count > 0 { try press(.returnInstead) }
            if !visitor.returns, !visitor.hasScanned || random.chance(100), random.chance(500) { scan(number) }
        case .pin: try typePIN()
        case .sorry: try press(.understood)
        case .borrow, .giveBack: try session(number)
        case .receipt:
            try press(random.chance(600) ? .noPaper : .paper)
            if random.chance(400) { try leave(number) }
        case .goodbye: try leave(number)
        }
    }

    private mutating func session(_ number: Int) throws {
        if station.shown.display.overlay != nil, random.chance(700) { try press(.stay) }
        if !visitors[number].toPlace.isEmpty || !visitors[number].lifted.isEmpty { place(number) }
        if random.chance(swarm.hasty ? 250 : 60) { lift(number) }
        let rows = rows
        let isIdle = !rows.isEmpty && rows.allSatisfy { !$0.life.isWorking }
        if visitors[number].toPlace.isEmpty, isIdle ? random.chance(500) : random.chance(40) {
            visitors[number].pressed += 1
            try press(.finish)
            if random.chance(200) { try press(.finish) }
        }
    }

    var rows: [Row] {
        switch station.shown.display.screen {
        case .borrow(let session), .giveBack(let session): session.rows
        case .starting, .attract, .books, .pin, .sorry, .receipt, .goodbye, .outOfOrder: []
        }
    }

    // MARK: Hands

    private mutating func press(_ choice: Choice) throws {
        guard let offer = station.shown.offers.first(where: { $0.choice == choice }) else { return }
        agenda.add(.station(.pressed(offer.token)), at: now + random.number(20...200))
        if random.chance(150) { agenda.add(.station(.pressed(offer.token)), at: now + 210) }
    }

    private mutating func typePIN() throws {
        guard let offer = station.shown.offers.first(where: { $0.choice == .typePIN }) else { return }
        agenda.add(.station(.typedPIN(offer.token, Secret("1234"))), at: now + 300)
    }

    private mutating func scan(_ number: Int) {
        visitors[number].hasScanned = true
        agenda.add(.station(.received(Port(.scanner), scanner.scan(visitors[number].card.text))), at: now + 30)
    }

    private mutating func place(_ number: Int) {
        let again = !visitors[number].lifted.isEmpty && random.chance(600)
        guard let item = again ? visitors[number].lifted.popLast() : visitors[number].toPlace.popLast(),
            let index = books.firstIndex(where: { $0.item == item })
        else { return }
        books[index].place = .pad
        pad.put(books[index].tag)
        note(13, item.text.utf8, "visitor \(number) puts \(item) down")
    }

    private mutating func lift(_ number: Int) {
        guard let tag = pad.tags.last, let book = take(tag.uid) else { return }
        visitors[number].lifted.append(book)
        note(14, book.text.utf8, "visitor \(number) lifts \(book)")
    }

    private mutating func take(_ uid: TagUID) -> ItemBarcode? {
        guard let index = books.firstIndex(where: { $0.uid == uid }), let tag = pad.lift(uid) else { return nil }
        books[index].tag = tag
        books[index].place = .shelf
        handled.removeAll { $0.item == books[index].item }
        return books[index].item
    }

    /// They take their books. What the library lent is carried away, the rest goes back to a shelf.
    private mutating func leave(_ number: Int) throws {
        visitors[number].isGone = true
        isOccupied = false
        note(15, [UInt8(truncatingIfNeeded: number)], "visitor \(number) leaves")
        for tag in pad.tags where isCalm || !random.chance(60) { _ = take(tag.uid) }
        for index in books.indices where books[index].place == .shelf {
            let loan = try library.openLoan(of: books[index].item)
            books[index].holder = loan?.patron
            if loan != nil { books[index].place = .away }
        }
        if !isCalm { agenda.add(.visitorComes, at: now + random.number(500...12_000)) }
    }
}
