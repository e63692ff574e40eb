import Circulation
import Kiosk
import Testing

/// Dialogues with the kiosk: what happens, what it wants, what it shows.
@Suite struct SelfServiceTests {
    static let clock = LocalTime(LocalDate(year: 2026, month: 11, day: 23)!, hour: 14, minute: 5)
    static let card = PatronBarcode("21234000000018")
    static let emma = ItemBarcode("31234000000016")
    static let walden = ItemBarcode("31234000000024")
    static let due = Due(date: LocalDate(year: 2026, month: 12, day: 11))

    struct Story {
        var kiosk: SelfService
        var now = Instant.start

        init(_ change: (inout SelfService.Policy) -> Void = { _ in }) {
            var policy = SelfService.Policy()
            policy.languages = ["en", "ar"]
            change(&policy)
            kiosk = SelfService(policy: policy, at: .start)
            _ = happens(.health(SelfService.Health(canBorrow: true, canReturn: true, code: "K-900")))
        }

        mutating func happens(_ event: SelfService.Event) -> [SelfService.Effect] {
            kiosk.handle(event, at: now, clock: SelfServiceTests.clock)
        }

        mutating func passes(_ time: Duration) -> [SelfService.Effect] {
            now = now + time
            return happens(.woke)
        }

        mutating func lie(_ items: ItemBarcode...) -> [SelfService.Effect] {
            happens(.pad(items.map { SelfService.PadItem(uid: TagUID(UInt64($0.text)!), item: $0) }))
        }

        mutating func identified(charged: [ItemBarcode] = []) -> [SelfService.Effect] {
            _ = happens(.cardScanned(card))
            _ = happens(.typedPIN(Secret("1234")))
            return happens(.patron(visit: kiosk.visit, .welcome(name: "Ada", charged: charged)))
        }

        var display: Display { kiosk.display(at: now) }
        var screen: Screen.Name { display.screen.name }
        mutating func lent(_ item: ItemBarcode) {
            _ = happens(.item(visit: kiosk.visit, item, .lent(title: "T", due, unlocks: true, hasTag: true)))
        }
    }

    @Test func booksBeforeTheCardAreCountedAndNothingIsDone() {
        var story = Story()
        #expect(story.screen == .attract)
        #expect(story.lie(Self.emma, Self.walden) == [])
        #expect(story.display.screen == .books(count: 2))
    }

    @Test func aCardAsksForItsPINAndThePINForItsPatron() {
        var story = Story()
        #expect(story.happens(.cardScanned(Self.card)) == [])
        #expect(story.screen == .pin)
        let effects = story.happens(.typedPIN(Secret("1234")))
        #expect(effects == [.identify(visit: story.kiosk.visit, Self.card, Secret("1234"))])
    }

    @Test func booksThatLieThereAreAskedForWhenThePatronIsKnown() {
        var story = Story()
        _ = story.lie(Self.emma)
        let effects = story.identified()
        #expect(effects == [.borrow(visit: story.kiosk.visit, Self.emma, Self.card)])
        #expect(story.lie(Self.emma) == [], "the pad repeats itself; the kiosk must not")
    }

    @Test func aBookLiftedAndPutBackIsNotLentTwice() {
        var story = Story()
        _ = story.lie(Self.emma)
        _ = story.identified()
        story.lent(Self.emma)
        #expect(story.lie() == [])
        #expect(story.lie(Self.emma) == [])
    }

    @Test func aBookIsDoneOnlyWhenItsTagWasReadBack() {
        var story = Story()
        _ = story.lie(Self.emma)
        _ = story.identified()
        story.lent(Self.emma)
        #expect(story.kiosk.rows[0].life == .lent(Self.due))
        _ = story.happens(.item(visit: story.kiosk.visit, Self.emma, .alarm(isOn: false)))
        #expect(story.kiosk.rows[0].life == .done(Self.due))
        #expect(story.display.sound == .all)
    }

    @Test func aBookLiftedTooEarlyIsAskedBackAndHeals() {
        var story = Story()
        _ = story.lie(Self.emma)
        _ = story.identified()
        story.lent(Self.emma)
        _ = story.happens(.item(visit: story.kiosk.visit, Self.emma, .tooEarly))
        #expect(story.kiosk.rows[0].life == .quick(Self.due))
        _ = story.happens(.item(visit: story.kiosk.visit, Self.emma, .alarm(isOn: false)))
        #expect(story.kiosk.rows[0].life == .done(Self.due))
    }

    @Test func aLoanThatIsTheirsAlreadyIsNotAskedForAgain() {
        var story = Story()
        _ = story.lie(Self.emma)
        #expect(story.identified(charged: [Self.emma]) == [.heal(Self.emma)])
        #expect(story.kiosk.rows[0].life == .yours(Due()))
    }

    @Test func anAnswerForAnEarlierVisitChangesNothing() {
        var story = Story()
        _ = story.lie(Self.emma)
        _ = story.identified()
        let visit = story.kiosk.visit
        _ = story.happens(.chose(.finish))
        let before = story.display
        let late = SelfService.ItemNews.lent(title: nil, Self.due, unlocks: true, hasTag: true)
        _ = story.happens(.item(visit: visit - 1, Self.emma, late))
        #expect(story.display == before)
    }

    @Test func threeWrongPINsEndTheVisit() {
        var story = Story()
        _ = story.happens(.cardScanned(Self.card))
        for left in [2, 1] {
            _ = story.happens(.typedPIN(Secret("0000")))
            _ = story.happens(.patron(visit: story.kiosk.visit, .wrongPIN))
            guard case .pin(let pin) = story.display.screen else { return #expect(Bool(false)) }
            #expect(pin.triesLeft == left)
        }
        _ = story.happens(.typedPIN(Secret("0000")))
        let effects = story.happens(.patron(visit: story.kiosk.visit, .wrongPIN))
        #expect(effects == [.endVisit(visit: story.kiosk.visit, nil)])
        #expect(story.screen == .sorry)
    }

    @Test func scanningTheCardAgainIsNoNewChanceForAPIN() {
        var story = Story()
        for _ in 0..<3 {
            _ = story.happens(.cardScanned(Self.card))
            _ = story.happens(.typedPIN(Secret("0000")))
            _ = story.happens(.patron(visit: story.kiosk.visit, .wrongPIN))
            _ = story.happens(.chose(story.screen == .sorry ? .understood : .cancel))
        }
        _ = story.happens(.cardScanned(Self.card))
        #expect(story.screen == .sorry)
        _ = story.passes(.seconds(601))
        _ = story.passes(.seconds(30))
        _ = story.happens(.cardScanned(Self.card))
        #expect(story.screen == .pin, "ten minutes later it is forgotten")
    }

    @Test func leavingThePINEndsTheVisitThatItBelongedTo() {
        var story = Story()
        _ = story.happens(.cardScanned(Self.card))
        let visit = story.kiosk.visit
        #expect(story.happens(.chose(.cancel)) == [.endVisit(visit: visit, nil)])
    }

    @Test func aPadThatIsUnpluggedMakesNoLeftBookNew() {
        var story = Story()
        _ = story.lie(Self.emma)
        _ = story.identified()
        story.lent(Self.emma)
        _ = story.happens(.chose(.finish))
        _ = story.happens(.chose(.noPaper))
        _ = story.passes(.seconds(8))
        _ = story.identified()
        _ = story.happens(.padGone)
        _ = story.passes(.seconds(10))
        #expect(story.lie(Self.emma) == [])
    }

    @Test func aFlickeringTagDoesNotKeepAVisitOpen() {
        var story = Story()
        _ = story.lie(Self.emma)
        _ = story.identified()
        _ = story.happens(.item(visit: story.kiosk.visit, Self.emma, .refused(title: nil, Message(.itemHeld))))
        _ = story.passes(.seconds(50))
        _ = story.lie()
        _ = story.lie(Self.emma)
        _ = story.passes(.seconds(10))
        #expect(story.display.overlay != nil)
    }

    @Test func booksScannedByOnePersonAreNotTheNextOnes() {
        var story = Story()
        _ = story.happens(.itemScanned(Self.emma))
        _ = story.happens(.cardScanned(Self.card))
        _ = story.happens(.typedPIN(Secret("1")))
        let no = SelfService.PatronAnswer.refused(reason: Message(.patronBilled), also: [], needsStaff: true)
        _ = story.happens(.patron(visit: story.kiosk.visit, no))
        _ = story.happens(.cardScanned(PatronBarcode("21234000000026")))
        _ = story.happens(.typedPIN(Secret("1")))
        #expect(story.happens(.patron(visit: story.kiosk.visit, .welcome(name: nil, charged: []))) == [])
    }

    @Test func aLoanThatStaysInTheBuildingIsNotCalledUnlocked() {
        var story = Story()
        _ = story.lie(Self.emma)
        _ = story.identified()
        let news = SelfService.ItemNews.lent(title: nil, Self.due, unlocks: false, hasTag: true)
        _ = story.happens(.item(visit: story.kiosk.visit, Self.emma, news))
        #expect(story.kiosk.rows[0].life == .inHouse(Self.due))
    }

    @Test func aSecondCardIsAQuestionAndNeverAnAction() {
        var story = Story()
        _ = story.identified()
        #expect(story.happens(.cardScanned(PatronBarcode("21234000000026"))) == [])
        guard case .borrow(let session) = story.display.screen else { return #expect(Bool(false)) }
        #expect(session.notice == Message(.borrowOtherCard))
    }

    @Test func silenceWarnsForTwentySecondsAndThenEndsTheVisit() {
        var story = Story()
        _ = story.lie(Self.emma)
        _ = story.identified()
        _ = story.happens(.item(visit: story.kiosk.visit, Self.emma, .refused(title: nil, Message(.itemHeld))))
        #expect(story.passes(.seconds(59)) == [])
        #expect(story.display.overlay == nil)
        _ = story.passes(.seconds(1))
        #expect(story.display.overlay == .warning(secondsLeft: 20, of: 20, hasLoans: false))
        let visit = story.kiosk.visit
        #expect(story.passes(.seconds(20)) == [.endVisit(visit: visit, Self.card)])
        #expect(story.screen == .attract)
    }

    @Test func aTouchDuringTheWarningKeepsTheVisit() {
        var story = Story()
        _ = story.identified()
        _ = story.passes(.seconds(60))
        _ = story.happens(.touched)
        #expect(story.display.overlay == nil)
        _ = story.passes(.seconds(59))
        #expect(story.screen == .borrow)
    }

    @Test func whatStillLiesThereAfterAVisitIsNobodys() {
        var story = Story()
        _ = story.lie(Self.emma)
        _ = story.identified()
        story.lent(Self.emma)
        _ = story.happens(.chose(.finish))
        _ = story.happens(.chose(.noPaper))
        _ = story.passes(.seconds(8))
        #expect(story.screen == .attract, "the book of the last visit does not wake the screen")
        _ = story.happens(.cardScanned(PatronBarcode("21234000000026")))
        _ = story.happens(.typedPIN(Secret("1")))
        #expect(story.happens(.patron(visit: story.kiosk.visit, .welcome(name: nil, charged: []))) == [])
        _ = story.lie()
        #expect(story.lie(Self.emma) == [], "a shadow is not a hand")
        _ = story.lie()
        _ = story.passes(.seconds(3))
        #expect(story.lie(Self.emma).count == 1, "lifted and put down again, it is this patron's")
    }

    @Test func theReceiptHoldsWhatWasLentAndNoName() throws {
        var story = Story { $0.showsName = true }
        _ = story.lie(Self.emma, Self.walden)
        _ = story.identified()
        story.lent(Self.emma)
        _ = story.happens(.item(visit: story.kiosk.visit, Self.walden, .refused(title: "W", Message(.itemHeld))))
        _ = story.happens(.chose(.finish))
        let effects = story.happens(.chose(.paper))
        guard case .print(.receipt(let receipt)) = try #require(effects.first) else { return }
        #expect(receipt.lines == [Receipt.Line(title: "T", due: Self.due.date)])
        #expect((1000...9999).contains(receipt.number))
        #expect(!"\(receipt)".contains("Ada"))
        #expect(story.screen == .goodbye)
    }

    @Test func withoutPaperTheVisitEndsAllTheSame() {
        var story = Story()
        _ = story.lie(Self.emma)
        _ = story.identified()
        story.lent(Self.emma)
        _ = story.happens(.chose(.finish))
        _ = story.happens(.chose(.paper))
        _ = story.happens(.printed(false))
        guard case .goodbye(let goodbye) = story.display.screen else { return #expect(Bool(false)) }
        #expect(goodbye.notices.contains(Message(.receiptNoPaper)))
    }

    @Test func returnsNeedNoCard() {
        var story = Story()
        _ = story.lie(Self.emma)
        let effects = story.happens(.chose(.returnInstead))
        #expect(effects == [.giveBack(visit: story.kiosk.visit, Self.emma)])
        _ = story.happens(
            .item(visit: story.kiosk.visit, Self.emma, .returned(title: "Emma", Route(bin: "1"), arms: true)))
        #expect(story.kiosk.rows[0].life == .arming(Route(bin: "1")))
        _ = story.happens(.item(visit: story.kiosk.visit, Self.emma, .alarm(isOn: true)))
        #expect(story.kiosk.rows[0].life == .returned(Route(bin: "1")))
    }

    @Test func aChoiceThatIsNotOfferedDoesNothing() {
        var story = Story()
        #expect(story.happens(.chose(.finish)) == [])
        #expect(story.happens(.chose(.paper)) == [])
        #expect(story.screen == .attract)
    }

    @Test func withoutALibrarySystemTheKioskRests() {
        var story = Story()
        _ = story.happens(.health(SelfService.Health(canBorrow: false, canReturn: false, code: "K-901")))
        #expect(story.screen == .outOfOrder)
        #expect(story.happens(.cardScanned(Self.card)) == [])
        _ = story.happens(.health(SelfService.Health(canBorrow: true, canReturn: true, code: "K-900")))
        #expect(story.screen == .attract)
    }

    @Test func theLanguageGoesBackWhenThePatronLeaves() {
        var story = Story()
        _ = story.happens(.chose(.language("ar")))
        #expect(story.display.language == "ar")
        _ = story.identified()
        _ = story.happens(.chose(.finish))
        #expect(story.display.language == "en")
    }

    @Test(arguments: Screen.Name.allCases)
    func thereIsASampleOfEveryScreen(_ name: Screen.Name) {
        #expect(Screen.sample(name).name == name)
    }
}
