import Circulation
import Foundation
import Kiosk
import Station
import Synchronization
import Words

/// Between the loop and the pages: keeps what is shown, puts it into words for whoever looks, and lets a choice
/// through once.
public final class PageHub: Sendable {
    /// What became of something that was pressed.
    enum Press: Equatable { case taken, stale }

    private struct State {
        var shown: Shown?
        var since = Instant.start
        /// Offers of `shown` that were not pressed yet.
        var open: [Shown.Offer] = []
    }

    let bulletin = Bulletin()
    private let words: Words
    private let settings: PageSettings
    private let clock: HostClock
    private let inbox: Inbox
    private let state = Mutex(State())

    public init(words: Words, settings: PageSettings, clock: HostClock, inbox: Inbox) {
        (self.words, self.settings, self.clock, self.inbox) = (words, settings, clock, inbox)
    }

    public func show(_ shown: Shown) {
        let now = clock.now()
        state.withLock { state in
            // A token that was pressed stays pressed: the station takes it out of its offers with the next input.
            let pressed = (state.shown?.offers ?? []).filter { !state.open.contains($0) }
            state.shown = shown
            state.since = now
            state.open = shown.offers.filter { !pressed.contains($0) }
        }
        bulletin.knock()
    }

    /// Nil before the first screen.
    public var screen: Screen.Name? { state.withLock { $0.shown?.display.screen.name } }

    /// The newest view as JSON on one line; nil before the first screen.
    func newest() -> String? {
        let now = clock.now()
        let (shown, since) = state.withLock { ($0.shown, $0.since) }
        guard let shown else { return nil }
        let elapsed = Int(since.distance(to: now).components.seconds)
        return json(view(of: shown, words: words, settings: settings, clock: clock.local(), elapsed: elapsed))
    }

    /// One view of a screen's sample, as a page that asks for it would see it.
    func sample(_ screen: Screen.Name, language: String, overlay: Bool, settings: PageSettings) -> String {
        let scene = Scene(sample: screen, language: language, languages: languages(language), hasOverlay: overlay)
        let date = LocalDate(dayNumber: 20_790)
        let clock = LocalTime(date, hour: 14, minute: 5)
        return json(ViewMaker(scene: scene, words: words, settings: settings, clock: clock, elapsed: 0).made())
    }

    private func languages(_ language: String) -> [String] {
        words.languages.contains(language) ? words.languages : words.languages + [language]
    }

    var pageSettings: PageSettings { settings }

    func pressed(_ token: String) -> Press {
        guard let taken = take({ $0.token.text == token && $0.choice != .typePIN }) else { return .stale }
        inbox.put(.pressed(taken))
        return .taken
    }

    func typedPIN(_ token: String, _ pin: Secret) -> Press {
        guard let taken = take({ $0.token.text == token && $0.choice == .typePIN }) else { return .stale }
        inbox.put(.typedPIN(taken, pin))
        return .taken
    }

    func touched() { inbox.put(.touched) }

    private func take(_ isIt: (Shown.Offer) -> Bool) -> Token? {
        state.withLock { state in
            state.open.firstIndex(where: isIt).map { state.open.remove(at: $0).token }
        }
    }
}

/// JSON on one line, with its keys in order.
func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { preconditionFailure("a view has only numbers and text") }
    return String(decoding: data, as: UTF8.self)
}
