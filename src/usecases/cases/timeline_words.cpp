#include "usecases/cases/timeline_words.h"

#include <array>
#include <cstdint>

namespace doorstep::usecases::cases {
namespace {

// In the order they are shown.
// clang-format off
constexpr std::array facts{
    FactShown{"reference", "Reference", Wording::as_typed},
    FactShown{"received_on", "Received"},
    FactShown{"made_on", "On"},
    FactShown{"happened_on", "On"},
    FactShown{"told_on", "On"},
    FactShown{"on", "On"},
    FactShown{"happened_time", "At"},
    FactShown{"method", "How", Wording::method},
    FactShown{"how", "How", Wording::method},
    FactShown{"result", "Result", Wording::result},
    FactShown{"person", "With", Wording::name},
    FactShown{"person_added", "Who", Wording::name},
    FactShown{"with", "Part", Wording::part},
    FactShown{"name", "Name", Wording::as_typed},
    FactShown{"part", "Part", Wording::part},
    FactShown{"side", "Side", Wording::side},
    FactShown{"other_case", "Case", Wording::as_typed},
    FactShown{"linked_case", "Case", Wording::name},
    FactShown{"link", "As", Wording::link_kind},
    FactShown{"title", "Title", Wording::as_typed},
    FactShown{"category", "Kind", Wording::category},
    FactShown{"subcategory", "Closer kind", Wording::subcategory},
    FactShown{"harm_group", "Harm group", Wording::harm_group},
    FactShown{"hate", "Hate"},
    FactShown{"place", "Place", Wording::as_typed},
    FactShown{"source", "From"},
    FactShown{"path", "Decision"},
    FactShown{"owner", "Owner", Wording::name},
    FactShown{"owner_name", "Owner", Wording::as_typed},
    FactShown{"housing_officer", "Housing officer", Wording::name},
    FactShown{"housing_officer_name", "Housing officer", Wording::as_typed},
    FactShown{"band", "Risk"},
    FactShown{"score", "Score"},
    FactShown{"step", "Step", Wording::as_typed},
    FactShown{"owner_kind", "Whose"},
    FactShown{"task", "Task", Wording::as_typed},
    FactShown{"whose", "Whose", Wording::as_typed},
    FactShown{"due_on", "Due"},
    FactShown{"done_on", "Done"},
    FactShown{"intervention", "Step taken", Wording::intervention},
    FactShown{"referred_to", "Referred to", Wording::as_typed},
    FactShown{"legal_action", "Action", Wording::as_typed},
    FactShown{"legal_step", "Step", Wording::as_typed},
    FactShown{"order", "Order", Wording::as_typed},
    FactShown{"court", "Court", Wording::as_typed},
    FactShown{"hearing", "Hearing", Wording::as_typed},
    FactShown{"clause", "Clause", Wording::as_typed},
    FactShown{"entry", "Entry", Wording::as_typed},
    FactShown{"left_out", "Left out"},
    FactShown{"outcome", "Outcome"},
    FactShown{"closing_reason", "Reason", Wording::closing_reason},
    FactShown{"wording", "Wording"},
    FactShown{"wording_version", "Version"},
    FactShown{"numbers", "Numbers given", Wording::as_typed},
    FactShown{"crime_reference", "Crime reference", Wording::as_typed},
    FactShown{"channel", "By", Wording::channel},
    FactShown{"state", "State"},
    FactShown{"restricted", "Restricted"},
    FactShown{"account_name", "Who", Wording::as_typed},
    FactShown{"access", "Access"},
    FactShown{"marker", "Marker", Wording::as_typed},
    FactShown{"precaution", "What to do", Wording::as_typed},
    FactShown{"until", "Until"},
    FactShown{"file_name", "File", Wording::as_typed},
    FactShown{"size", "Size", Wording::bytes},
    FactShown{"safe_contact", "Safe contact", Wording::as_typed},
    FactShown{"next_contact_by", "Next contact by"},
    FactShown{"still_safe", "Still a safe way"},
    FactShown{"explanation", "To be told", Wording::as_typed},
};

// The first of these that is there is shown as what was said.
constexpr std::array said{
    std::string_view{"summary"},     std::string_view{"note"},   std::string_view{"content"},
    std::string_view{"description"}, std::string_view{"reason"}, std::string_view{"what"},
    std::string_view{"comment"}};
// clang-format on

/// Where a name is looked for first. Every field of every line of a chronology is looked up, so this is an
/// open table rather than a search.
constexpr std::size_t slot_count = 256;
constexpr std::size_t slot_of(std::string_view name) {
    if (name.empty()) return 0;
    auto const byte = [&](std::size_t at) { return static_cast<unsigned char>(name[at]); };
    return (name.size() * 61 + byte(0) * 7U + byte(name.size() / 2) * 3U + byte(name.size() - 1)) %
           slot_count;
}

struct Slots {
    std::array<FactShown, facts.size()> ranked = facts;
    std::array<std::uint8_t, slot_count> fact{};  ///< number of the fact and 1; 0 for an empty slot
    bool has_twins = false;
};

constexpr Slots slots = [] {
    Slots made;
    for (std::size_t n = 0; n < facts.size(); ++n) {
        made.ranked[n].rank = static_cast<int>(n);
        auto slot = slot_of(facts[n].field);
        for (; made.fact[slot] != 0; slot = (slot + 1) % slot_count)
            made.has_twins = made.has_twins || facts[made.fact[slot] - 1U].field == facts[n].field;
        made.fact[slot] = static_cast<std::uint8_t>(n + 1);
    }
    return made;
}();

static_assert(facts.size() < slot_count / 2, "make the table larger");
static_assert(!slots.has_twins, "a field stands once");

}  // namespace

FactShown const* fact_shown(std::string_view field) {
    for (auto slot = slot_of(field); slots.fact[slot] != 0; slot = (slot + 1) % slot_count) {
        auto const& fact = slots.ranked[slots.fact[slot] - 1U];
        if (fact.field == field) return &fact;
    }
    return nullptr;
}

std::optional<int> said_rank(std::string_view field) {
    for (std::size_t n = 0; n < said.size(); ++n)
        if (said[n] == field) return static_cast<int>(n);
    return std::nullopt;
}

}  // namespace doorstep::usecases::cases
