import Kiosk
import Station

/// What a view is made of: a display with its tokens, from a station or from the samples.
struct Scene: Equatable, Sendable {
    struct Offer: Equatable, Sendable {
        var token: String
        var choice: Choice
    }

    var number: Int
    var screen: Screen
    var overlay: Overlay?
    var language: String
    var offers: [Offer]
    var sound: Sound?
    var soundNumber = 0
}

extension Scene {
    init(_ shown: Shown) {
        self.init(
            number: shown.number, screen: shown.display.screen, overlay: shown.display.overlay,
            language: shown.display.language,
            offers: shown.offers.map { Offer(token: $0.token.text, choice: $0.choice) }, sound: shown.display.sound,
            soundNumber: shown.display.soundNumber)
    }

    /// One of each screen, with every choice that it can have. No station stands behind its tokens.
    init(sample name: Screen.Name, language: String, languages: [String], hasOverlay: Bool) {
        let choices = Self.choices(name) + (hasOverlay ? [.stay, .leave] : []) + languages.map(Choice.language)
        let warning = Overlay.warning(secondsLeft: 14, of: 20, hasLoans: true)
        self.init(
            number: 1, screen: .sample(name), overlay: hasOverlay ? warning : nil, language: language,
            offers: choices.enumerated().map { Offer(token: "s\($0.offset)", choice: $0.element) })
    }

    private static func choices(_ screen: Screen.Name) -> [Choice] {
        switch screen {
        case .starting, .attract: []
        case .books: [.cancel, .returnInstead, .help]
        case .pin: [.typePIN, .cancel, .help]
        case .sorry: [.understood, .returnBooks, .help]
        case .borrow, .giveBack: [.finish, .help]
        case .receipt: [.paper, .noPaper]
        case .goodbye: [.nextCard]
        case .outOfOrder: [.returnBooks]
        }
    }
}
