#include "usecases/find/find_people.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "domain/find/name_likeness.h"
#include "storage/people.h"
#include "storage/places.h"

namespace doorstep::usecases::find {
namespace {

using storage::person_search::Candidate;
namespace person_search = storage::person_search;

constexpr std::size_t most_candidates = 200;
constexpr std::size_t most_people = 20;
/// With fewer than this many good ones by sound the slower way by letters is tried too.
constexpr std::size_t enough_by_sound = 3;
constexpr std::size_t figures_of_a_telephone = 6;

struct Ranked {
    Candidate person;
    double likeness = 1;
    std::size_t as_typed = 0;
};

struct AllRanked {
    std::vector<Ranked> people;
    bool is_cut = false;  ///< there were more candidates than are looked at
};

bool is_telephone(std::string_view words) {
    return words.find_first_not_of("0123456789 +()-.") == std::string_view::npos &&
           storage::people::digits_of(words).size() >= figures_of_a_telephone;
}

/// Of all windows of the name, how many must be shared: enough to leave out chance, few enough for two
/// letters typed wrong.
int least_shared(std::size_t windows) { return std::max(2, static_cast<int>(windows * 4 / 10)); }

void add_alike(AllRanked& ranked, std::vector<Candidate> candidates, std::string_view words) {
    ranked.is_cut = ranked.is_cut || candidates.size() >= most_candidates;
    for (auto& candidate : candidates) {
        bool const known = std::any_of(ranked.people.begin(), ranked.people.end(),
                                       [&](Ranked const& other) { return other.person.id == candidate.id; });
        auto const likeness = domain::find::name_likeness(words, candidate.name);
        if (known || likeness < domain::find::alike) continue;
        auto const as_typed = domain::find::words_as_typed(words, candidate.name);
        ranked.people.push_back({std::move(candidate), likeness, as_typed});
    }
}

AllRanked without_likeness(std::vector<Candidate> candidates) {
    AllRanked all;
    all.is_cut = candidates.size() >= most_candidates;
    for (auto& candidate : candidates) all.people.push_back({std::move(candidate)});
    return all;
}

AllRanked by_name(storage::sql::Read& tx, storage::CaseScope const& scope, std::string_view words) {
    AllRanked ranked;
    add_alike(ranked, person_search::who_sound_like(tx, scope, text::phonetic_keys(words), most_candidates),
              words);
    if (ranked.people.size() < enough_by_sound) {
        auto const windows = text::trigrams(words);
        add_alike(ranked,
                  person_search::who_share(tx, scope, windows, least_shared(windows.size()), most_candidates),
                  words);
    }
    std::stable_sort(ranked.people.begin(), ranked.people.end(), [](Ranked const& a, Ranked const& b) {
        return std::tie(a.likeness, a.as_typed) > std::tie(b.likeness, b.as_typed);
    });
    return ranked;
}

AllRanked candidates(storage::sql::Read& tx, storage::CaseScope const& scope, std::string_view words) {
    if (is_telephone(words))
        return without_likeness(
            person_search::with_telephone(tx, scope, storage::people::digits_of(words), most_candidates));
    if (words.find('@') != std::string_view::npos)
        return without_likeness(person_search::with_email(tx, scope, text::fold(words), most_candidates));
    return by_name(tx, scope, words);
}

}  // namespace

FoundPeople find_people(storage::sql::Read& tx, storage::CaseScope const& scope, std::string_view words) {
    auto [ranked, is_cut] = candidates(tx, scope, words);
    FoundPeople found;
    found.count = static_cast<long long>(ranked.size());
    found.is_more_than_count = is_cut;
    if (ranked.size() > most_people) ranked.resize(most_people);
    std::vector<PersonId> ids;
    std::vector<AddressId> address_ids;
    for (auto const& one : ranked) {
        ids.push_back(one.person.id);
        if (one.person.address) address_ids.push_back(*one.person.address);
    }
    auto const parts = person_search::parts_in_cases(tx, scope, ids);
    auto const addresses = storage::places::find_addresses(tx, address_ids);

    for (auto& one : ranked) {
        FoundPerson person{.id = one.person.id,
                           .name = std::move(one.person.name),
                           .address = std::move(one.person.address_text),
                           .likeness = one.likeness,
                           .parts = {}};
        for (auto const& address : addresses)
            if (address.id == one.person.address) person.address = address.in_one_line();
        for (auto const& part : parts)
            if (part.person == person.id) person.parts.push_back(part);
        found.first.push_back(std::move(person));
    }
    return found;
}

}  // namespace doorstep::usecases::find
