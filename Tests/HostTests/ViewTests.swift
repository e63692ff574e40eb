import Circulation
import Kiosk
import Testing
import Words

@testable import Host

/// What a display becomes in words. Decided elsewhere; here it only must not be lost or turned round.
@Suite struct ViewTests {
    static let words = Result { try Words(folder: checkout + "/Kiosk/Web/words") }
    static let noon = LocalTime(LocalDate(dayNumber: 20_790), hour: 9, minute: 5)
    static let due = Due(date: LocalDate(year: 2026, month: 12, day: 11))

    private func view(_ screen: Screen, overlay: Overlay? = nil, elapsed: Int = 0, language: String = "en") throws
        -> View
    {
        let choices: [Choice] = [.typePIN, .finish, .stay, .leave, .language("en"), .language("ar")]
        let offers = choices.enumerated().map { Scene.Offer(token: "t\($0.offset)", choice: $0.element) }
        let scene = Scene(number: 7, screen: screen, overlay: overlay, language: language, offers: offers)
        return ViewMaker(
            scene: scene, words: try Self.words.get(), settings: PageSettings(), clock: Self.noon, elapsed: elapsed
        ).made()
    }

    private func borrow(_ lives: [Life], isSlow: Bool = false) throws -> View {
        let rows = lives.enumerated().map { index, life in
            var row = Row(
                item: ItemBarcode("3\(index)"), title: "Book \(index)", life: life, isOnPad: true, since: .start)
            row.isSlow = isSlow
            return row
        }
        guard case .borrow(var session) = Screen.sample(.borrow) else { throw HostError.noAnswer("no sample") }
        (session.rows, session.onPad) = (rows, rows.count)
        return try view(.borrow(session))
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var life: Life
        var mark: View.Mark
        var icon: View.Icon
        var word: String
        var note: String?
        var testDescription: String { "\(life)" }
    }

    @Test(
        "a book's life has its mark, its word and its note",
        arguments: [
            Case(life: .asking, mark: .work, icon: .work, word: "row.asking", note: "row.asking.note"),
            Case(life: .inDoubt, mark: .work, icon: .work, word: "row.inDoubt", note: "row.inDoubt.note"),
            Case(life: .lent(due), mark: .work, icon: .work, word: "row.lent", note: "row.lent.note"),
            Case(life: .quick(due), mark: .warn, icon: .warn, word: "row.quick", note: "row.quick.note"),
            Case(life: .needsPad(due), mark: .warn, icon: .warn, word: "row.needsPad", note: "row.needsPad.note"),
            Case(life: .unwritable(due), mark: .stop, icon: .staff, word: "row.staff", note: "row.staff.note"),
            Case(
                life: .refused(Message(.itemHeld)), mark: .stop, icon: .staff, word: "row.refused", note: "item.B-210"),
            Case(life: .returned(Route(bin: "A")), mark: .done, icon: .done, word: "row.returned"),
        ])
    func life(_ row: Case) throws {
        let words = try Self.words.get()
        func say(_ key: String) throws -> String { words.text(Message(try #require(Phrase(rawValue: key))), in: "en") }
        let line = try #require(borrow([row.life]).rows.first)
        #expect(line.is == row.mark && line.icon == row.icon)
        let (word, note) = (try say(row.word), try row.note.map(say))
        #expect(line.word == word && line.note == note)
    }

    @Test("a borrowed book says when it is due") func dueDate() throws {
        let line = try #require(borrow([.done(Self.due)]).rows.first)
        #expect(line.note?.contains("Friday") == true && line.note?.contains("11 December") == true)
        let own = try #require(borrow([.done(Due(text: "end of term"))]).rows.first)
        #expect(own.note?.contains("end of term") == true)
    }

    @Test("a book that takes long says so") func slow() throws {
        let usual = try borrow([.asking]).rows[0].note
        #expect(try borrow([.asking], isSlow: true).rows[0].note != usual)
    }

    @Test("the sentence says what to do before what was done") func sentence() throws {
        #expect(try borrow([.done(Self.due), .quick(Self.due)]).mood == .warn)
        #expect(try borrow([.done(Self.due), .quick(Self.due)]).title.contains("Book 1"))
        #expect(try borrow([.done(Self.due), .asking]).mood == nil)
        #expect(try borrow([.done(Self.due), .done(Self.due)]).mood == .done)
        let partial = try borrow([.done(Self.due), .refused(Message(.itemHeld))])
        #expect(partial.counts.map(\.number) == [2, 1, 1])
    }

    @Test("every screen has a title, in every language", arguments: Screen.Name.allCases, ["en", "ar"])
    func title(_ name: Screen.Name, _ language: String) throws {
        let view = try view(.sample(name), language: language)
        #expect(!view.title.isEmpty && !view.title.contains("{"))
        #expect(view.dir == (language == "ar" ? "rtl" : "ltr"))
        #expect(view.clock == "09:05")
    }

    @Test("the PIN's keys are there when it is asked for, and only then") func pin() throws {
        let typed = try #require(try view(.sample(.pin)).pin?.typed)
        #expect(typed[1].contains("1 ") && typed[2].contains("2 ") && typed.count == 17)
        #expect(try view(.sample(.books)).pin == nil)
    }

    @Test("a page that comes late sees the seconds that are left") func seconds() throws {
        let warning = Overlay.warning(secondsLeft: 14, of: 20, hasLoans: false)
        let over = try #require(view(.sample(.borrow), overlay: warning, elapsed: 4).overlay)
        #expect(over.secondsLeft == 10 && over.more == nil)
        #expect(over.choices.map(\.name) == ["stay", "done"])
        #expect(try view(.sample(.borrow), overlay: warning, elapsed: 99).overlay?.secondsLeft == 0)
    }
}
