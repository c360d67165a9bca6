#include "usecases/find/search.h"

#include <algorithm>

#include "base/text.h"
#include "storage/cases.h"
#include "storage/places.h"
#include "storage/reports.h"
#include "storage/search.h"
#include "usecases/find/find_people.h"

namespace doorstep::usecases::find {

using domain::access::Action;

namespace {

constexpr std::size_t most_characters = 200;
constexpr int cases_shown = 10;
constexpr int addresses_shown = 10;

/// "asb 26 142" and "ASB-26-00142" are the same reference.
std::optional<std::string> reference_in(std::string_view words, std::string_view kind) {
    auto const folded = text::fold(words);
    auto const parts = text::split(folded, ' ');
    auto const is_number = [](std::string_view part) {
        return !part.empty() && part.size() <= 9 &&
               part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (parts.size() != 3 || parts[0] != text::fold(kind) || parts[1].size() != 2 || !is_number(parts[1]) ||
        !is_number(parts[2]))
        return std::nullopt;
    auto number = std::string(parts[2]);
    number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
    return std::string(kind) + "-" + std::string(parts[1]) + "-" + number;
}

void find_references(Context& context, Found& found) {
    auto& tx = context.read();
    if (auto const reference = reference_in(found.words, "ASB")) {
        auto const file = storage::cases::find_by_reference(tx, *reference);
        auto const scope = storage::case_scope(context.viewer, Action::see_case);
        if (file && !storage::case_list::list(tx, scope, {file->id}).empty())
            found.case_reference = *reference;
    }
    auto const reference = reference_in(found.words, "R");
    if (reference && domain::access::may(context.viewer, Action::see_triage)) {
        auto const report = storage::reports::find_by_reference(tx, *reference);
        if (report &&
            storage::reports::may_see(tx, report->id, storage::reports::report_scope(context.viewer)))
            found.report = report->id;
    }
}

void find_places(Context& context, Found& found) {
    auto& tx = context.read();
    auto const postcode = text::postcode(found.words);
    if (!postcode.empty()) {
        found.addresses = storage::places::addresses_at(tx, postcode);
    } else {
        auto const ids = storage::search::addresses_with_words(tx, found.words, addresses_shown + 1);
        found.addresses = storage::places::find_addresses(tx, ids);
        std::sort(found.addresses.begin(), found.addresses.end(), [](auto const& a, auto const& b) {
            return text::sort_key(a.line + " " + a.postcode) < text::sort_key(b.line + " " + b.postcode);
        });
    }
    std::vector<BlockId> blocks;
    for (auto const& address : found.addresses)
        if (address.block && std::find(blocks.begin(), blocks.end(), *address.block) == blocks.end())
            blocks.push_back(*address.block);
    found.blocks = storage::places::find_blocks(tx, blocks);
    if (found.addresses.size() > addresses_shown) {
        found.more_addresses = true;
        found.addresses.resize(addresses_shown);
    }
}

}  // namespace

Expected<Found> search(Context& context, std::string_view words) {
    if (auto allowed = context.require(Action::find_cases); !allowed) return refuse(allowed.error());
    Found found;
    found.words = text::shorten(text::trim(words), most_characters);
    if (text::fold(found.words).empty()) return found;
    find_references(context, found);
    if (found.case_reference || found.report) return found;

    auto& tx = context.read();
    auto const sees_case = storage::case_scope(context.viewer, Action::see_case);
    auto ids = storage::search::cases_with_words(tx, sees_case, found.words, cases_shown + 1);
    found.more_cases = ids.size() > static_cast<std::size_t>(cases_shown);
    if (found.more_cases) ids.resize(cases_shown);
    found.cases = storage::case_list::list(tx, sees_case, ids);
    found.may_see_people = domain::access::may(context.viewer, Action::see_people);
    if (domain::access::may(context.viewer, Action::see_protected_details)) {
        auto people =
            find_people(tx, storage::case_scope(context.viewer, Action::see_protected_details), found.words);
        found.people = std::move(people.first);
        found.people_found = people.count;
        found.more_people_than_counted = people.is_more_than_count;
    }
    if (domain::access::may(context.viewer, Action::see_places)) find_places(context, found);
    context.note_view("search", {}, "");
    return found;
}

}  // namespace doorstep::usecases::find
