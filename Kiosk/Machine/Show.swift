import Circulation

// MARK: What is shown

extension SelfService {
    /// - Parameter now: for the seconds that are left.
    public func display(at now: Instant) -> Display {
        Display(
            screen: screen(at: now), overlay: overlay(at: now), language: language, choices: offered, sound: sound,
            soundNumber: soundNumber)
    }

    private func screen(at now: Instant) -> Screen {
        switch phase {
        case .starting: .starting
        case .attract: .attract
        case .books: .books(count: candidates.count)
        case .pin(_, let triesLeft, let isAsking): .pin(Screen.PIN(triesLeft: triesLeft, isAsking: isAsking))
        case .sorry(let sorry): .sorry(sorry)
        case .borrow: .borrow(session)
        case .giveBack: .giveBack(session)
        case .receipt: .receipt(secondsLeft: seconds(until: stageEnds, from: now))
        case .goodbye(let goodbye): .goodbye(goodbye)
        case .outOfOrder: .outOfOrder(Screen.Rest(canReturn: health.canReturn, code: health.code))
        }
    }

    /// Trouble stays on top; below it the newest comes first.
    private var session: Screen.Session {
        let newestFirst = Array(rows.reversed())
        let troubled = newestFirst.filter { $0.life.needsPatron } + newestFirst.filter { $0.life.needsStaff }
        let calm = newestFirst.filter { !$0.life.needsPatron && !$0.life.needsStaff }
        return Screen.Session(name: name, rows: troubled + calm, onPad: pad.count, notice: notice)
    }

    private func overlay(at now: Instant) -> Overlay? {
        guard isWarning, let warningEnds else { return nil }
        return .warning(
            secondsLeft: seconds(until: warningEnds, from: now), of: Int(policy.patience.warning.components.seconds),
            hasLoans: rows.contains { $0.life.loan != nil })
    }

    /// A stage ends when its patience and the warning after it are over.
    private var stageEnds: Instant? { warningEnds ?? patienceEnds.map { $0 + policy.patience.warning } }

    private func seconds(until end: Instant?, from now: Instant) -> Int {
        guard let end, end > now else { return 0 }
        let left = now.distance(to: end).components
        return Int(left.seconds) + (left.attoseconds > 0 ? 1 : 0)
    }

    /// What can be pressed now: what the screen offers, what lies over it, and the languages.
    var choices: [Choice] {
        let own = isWarning ? [Choice.stay, .leave] : []
        return screenChoices + own
    }

    private var offered: [Choice] {
        choices + policy.languages.map(Choice.language)
    }

    private var screenChoices: [Choice] {
        switch phase {
        case .starting, .attract: []
        case .books: health.canReturn ? [.cancel, .returnInstead, .help] : [.cancel, .help]
        case .pin(_, _, isAsking: true): [.cancel]
        case .pin(_, _, isAsking: false): [.typePIN, .cancel, .help]
        case .sorry: health.canReturn ? [.understood, .returnBooks, .help] : [.understood, .help]
        case .borrow, .giveBack: [.finish, .help]
        case .receipt: [.paper, .noPaper]
        case .goodbye: [.nextCard]
        case .outOfOrder: health.canReturn ? [.returnBooks] : []
        }
    }
}

extension Screen {
    /// One of each, for the tests that look at every screen and for the pictures in the manual.
    public static func sample(_ name: Name) -> Screen {
        let due = Due(date: LocalDate(year: 2026, month: 12, day: 11))
        func row(_ number: Int, _ title: String, _ life: Life, isOnPad: Bool = true) -> Row {
            Row(
                item: ItemBarcode("3123400000\(1000 + number)"), title: title, life: life, isOnPad: isOnPad,
                since: .start)
        }
        switch name {
        case .starting: return .starting
        case .attract: return .attract
        case .books: return .books(count: 2)
        case .pin: return .pin(PIN(triesLeft: 2, isAsking: false))
        case .sorry:
            return .sorry(
                Sorry(
                    reason: Message(
                        .patronOwes,
                        [
                            "amount": .money(Money(minor: 1240, currency: "EUR")),
                            "limit": .money(Money(minor: 1000, currency: "EUR")),
                        ]), also: [Message(.patronLate, ["n": .number(3)])], needsStaff: true))
        case .borrow:
            return .borrow(
                Session(
                    rows: [
                        row(5, "Middlemarch", .quick(due), isOnPad: false),
                        row(4, "The Moonstone", .refused(Message(.itemHeld))), row(3, "Walden", .lent(due)),
                        row(2, "Emma", .done(due)), row(1, "ألف ليلة وليلة", .done(due)),
                    ], onPad: 4))
        case .giveBack:
            return .giveBack(
                Session(
                    rows: [
                        row(3, "Walden", .returning), row(2, "Emma", .returned(Route(toStaff: true))),
                        row(1, "Middlemarch", .returned(Route(bin: "A"))),
                    ], onPad: 3))
        case .receipt: return .receipt(secondsLeft: 15)
        case .goodbye: return .goodbye(Goodbye(kind: .borrowed, count: 4, firstDue: due.date, notices: []))
        case .outOfOrder: return .outOfOrder(Rest(canReturn: true, code: "K-902"))
        }
    }
}
