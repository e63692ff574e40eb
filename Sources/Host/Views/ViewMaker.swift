import Circulation
import Kiosk
import Station
import Words

/// The view of what is shown: the same value and the same clock always make the same view.
///
/// - Parameter elapsed: whole seconds since it was shown, for a page that comes later.
public func view(
    of shown: Shown, words: Words, settings: PageSettings, clock: LocalTime, elapsed: Int = 0
) -> View {
    ViewMaker(scene: Scene(shown), words: words, settings: settings, clock: clock, elapsed: elapsed).made()
}

/// Puts a display into words. Everything here is a function of the display; what is shown was decided before.
struct ViewMaker {
    let scene: Scene
    let words: Words
    let settings: PageSettings
    let clock: LocalTime
    let elapsed: Int

    func made() -> View {
        let language = scene.language
        var view = View(
            number: scene.number, screen: scene.screen.name.rawValue, lang: language,
            dir: words.direction(of: language).rawValue, theme: settings.theme.rawValue,
            layout: settings.layout.rawValue, pad: settings.padSide.rawValue, millimetre: settings.millimetre,
            library: settings.library, clock: "\(two(clock.hour)):\(two(clock.minute))", station: settings.station,
            labels: labels)
        view.languageChoices = languageChoices
        view.choices = screenChoices.map(button)
        view.overlay = over
        if let sound = scene.sound { view.sound = View.Heard(number: scene.soundNumber, name: sound.rawValue) }
        fill(&view)
        view.say = ([view.title, view.aside].compactMap { $0 } + view.notice.map(\.text)).filter { !$0.isEmpty }
            .joined(separator: " ")
        return view
    }

    func text(_ phrase: Phrase, _ arguments: KeyValuePairs<String, Message.Argument> = [:]) -> String {
        text(Message(phrase, arguments))
    }

    func warning(_ message: Message) -> View.Notice { View.Notice(is: .warn, text: text(message)) }

    func text(_ message: Message) -> String { words.text(message, in: scene.language) }

    /// More digits are not typed into a kiosk; the page stops there too.
    private static let longestPIN = 16

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private var labels: View.Labels {
        View.Labels(
            comfort: text(.labelComfort), list: text(.labelList), up: text(.labelUp), down: text(.labelDown),
            moment: text(.moment), contrast: text(.labelContrast), sound: text(.labelSound))
    }
}

// MARK: One screen each

extension ViewMaker {
    private func fill(_ view: inout View) {
        switch scene.screen {
        case .starting:
            (view.title, view.aside) = (text(.startingTitle), text(.startingMore))
        case .attract: fillAttract(&view)
        case .books(let count):
            fillBooks(&view, count)
        case .pin(let pin): fillPIN(&view, pin)
        case .sorry(let sorry):
            view.title = text(sorry.reason)
            view.mood = sorry.needsStaff ? nil : .warn
            view.notice = sorry.also.map(warning)
        case .borrow(let session): fillBorrow(&view, session)
        case .giveBack(let session): fillReturn(&view, session)
        case .receipt(let secondsLeft):
            let left = max(0, secondsLeft - elapsed)
            (view.title, view.later) = (text(.receiptTitle), text(.receiptLater, ["n": .number(left)]))
        case .goodbye(let goodbye): fillGoodbye(&view, goodbye)
        case .outOfOrder(let rest):
            view.title = text(.restTitle)
            view.rest = View.Rest(
                lead: text(.restLead), works: rest.canReturn ? text(.restWorks) : nil,
                code: "\(settings.station) · \(rest.code)")
        }
    }

    /// The thing to do is the card; what the pad sees is the quieter half of the sentence.
    private func fillBooks(_ view: inout View, _ count: Int) {
        (view.title, view.aside) = (text(.booksNow), text(.booksTitle, ["n": .number(count)]))
        view.asideFirst = true
        view.counts = [View.Count(is: .seen, number: count, label: text(.countPad))]
        view.rows = (1...max(1, count)).map { number in
            View.Line(
                id: "seen-\(number)", is: .seen, icon: .seen, title: "", word: text(.rowSeen), note: nil, to: nil,
                onPad: true)
        }
        view.point = View.Place(picture: "scan", text: text(.booksWhere), to: "down-left")
    }

    private func fillAttract(_ view: inout View) {
        view.title = text(.attractTitle)
        view.attract = View.Attract(
            zones: [
                View.Place(picture: "scan", text: text(.attractScan), to: "down-left"),
                View.Place(picture: "pad", text: text(.attractPad), to: "down"),
                View.Place(picture: "slip", text: text(.attractSlip), to: "down-right"),
            ], foot: text(.attractDesk), languages: languageChoices)
    }

    private func fillPIN(_ view: inout View, _ pin: Screen.PIN) {
        guard !pin.isAsking else {
            view.title = text(.moment)
            return
        }
        view.title = text(.pinTitle)
        guard let offer = scene.offers.first(where: { $0.choice == .typePIN }) else { return }
        let typed = (0...Self.longestPIN).map { text(.pinTyped, ["n": .number($0)]) }
        view.pin = View.PIN(
            token: offer.token, rub: text(.pinRub), next: text(.pinNext), forgot: text(.pinForgot), typed: typed,
            wrong: pin.triesLeft.map { text(.pinWrong, ["n": .number($0)]) })
    }

    private func fillGoodbye(_ view: inout View, _ goodbye: Screen.Goodbye) {
        view.mood = .done
        view.notice = goodbye.notices.map(warning)
        let count: Message.Argument = .number(goodbye.count)
        switch goodbye.kind {
        case _ where goodbye.count == 0: view.title = text(.goodbyeNothing)
        case .returned: view.title = text(.goodbyeReturned, ["n": count])
        case .borrowed:
            view.title = text(.goodbyeBorrowed, ["n": count])
            view.goodbye = View.Goodbye(
                label: goodbye.firstDue.map { _ in text(.goodbyeFirst) }, date: goodbye.firstDue.map(date),
                gate: text(.goodbyeGate))
        }
    }
}
