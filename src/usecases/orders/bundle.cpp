#include "usecases/orders/bundle.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "legal/legal_actions.h"
#include "storage/legal_orders.h"
#include "storage/people.h"
#include "storage/received_files.h"
#include "usecases/orders/open_action.h"
#include "usecases/settings.h"

namespace doorstep::usecases::orders {

using domain::access::Action;
using domain::people::Part;

namespace {

/// "A", "B", ... "Z", "AA"
std::string letters_of(int number) {
    std::string letters;
    for (++number; number > 0; number = (number - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (number - 1) % 26));
    return letters;
}

/// Who gives evidence: those who reported or saw it. Somebody who is never named has a letter.
std::map<std::string, std::string> add_witnesses(storage::sql::Read& tx, CaseFileId file, BundleView& view) {
    std::map<std::string, std::string> labels;
    int unnamed = 0;
    for (auto const& entry : storage::people::people_of_case(tx, file)) {
        auto const part = entry.part.part;
        if (part != Part::complainant && part != Part::witness && part != Part::professional) continue;
        bool const anonymous = entry.part.anonymous || !entry.person;
        auto label = anonymous ? "Witness " + letters_of(unnamed++) : entry.person->name;
        labels.emplace(entry.part.id.text(), label);
        view.witnesses.push_back({std::move(label), std::string(words_of(part)), anonymous});
    }
    return labels;
}

}  // namespace

Expected<BundleView> view_bundle(Context& context, std::string_view reference) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_protected_details);
    if (!opened) return refuse(opened.error());
    auto& tx = context.read();
    auto const id = opened->file.id;
    BundleView view;
    view.area_and_kind = opened->file.title;
    auto const labels = add_witnesses(tx, id, view);

    auto incidents = storage::incidents::of_case(tx, id, incidents_in_a_bundle, 0);
    std::reverse(incidents.begin(), incidents.end());
    int number = 0;
    auto const& categories = context.settings().list("categories");
    for (auto& listed : incidents) {
        BundleView::Numbered one;
        one.number = ++number;
        one.kind = categories.label(listed.incident.category);
        one.told_by = words_of(listed.incident.source);
        if (listed.incident.person)
            if (auto const found = labels.find(std::string(listed.incident.person->text()));
                found != labels.end())
                one.told_by += ": " + found->second;
        one.listed = std::move(listed);
        view.schedule.push_back(std::move(one));
    }
    view.incidents_on_file = opened->header.counts.incidents;

    auto files = storage::received_files::of_case(tx, id);
    std::sort(files.begin(), files.end(),
              [](auto const& a, auto const& b) { return a.received_at < b.received_at; });
    for (auto& file : files)
        view.exhibits.push_back({"DS" + std::to_string(view.exhibits.size() + 1), std::move(file)});

    std::optional<LegalOrderId> newest;
    std::optional<LegalActionId> newest_action;
    for (auto& listed : storage::legal_actions::of_case(tx, id, 25)) {
        auto const* kind = legal::find_legal_action(listed.kind);
        if (!kind) continue;
        auto const form = enum_from_name<domain::orders::OrderForm>(listed.order_form);
        if (!newest && kind->has_clauses) newest = listed.order;
        if (!newest_action) newest_action = listed.id;
        view.actions.push_back({std::move(listed), kind->label, form ? order_words(*kind, *form) : ""});
    }
    if (newest_action) view.served = storage::legal_actions::services(tx, *newest_action);
    if (newest)
        for (auto const& clause : storage::legal_orders::clauses(tx, *newest))
            if (!clause.struck) view.terms.push_back({clause.position, clause.words, clause.power_of_arrest});

    int const unnamed = static_cast<int>(std::count_if(view.witnesses.begin(), view.witnesses.end(),
                                                       [](auto const& w) { return w.is_anonymous; }));
    view.left_out.emplace_back(
        "Addresses, telephone numbers and e-mail addresses of everybody who reported or saw it");
    if (unnamed > 0)
        view.left_out.push_back("The names of " + text::count_of(unnamed, "person who is", "people who are") +
                                " never named: a letter stands for each");
    view.left_out.emplace_back("Risk assessments, safe ways of contact, and notes for our staff");
    if (view.incidents_on_file > static_cast<int>(view.schedule.size()))
        view.left_out.push_back("Incidents before the newest " + std::to_string(incidents_in_a_bundle));
    context.note_view("export", id, id.text());
    view.header = std::move(opened->header);
    return view;
}

}  // namespace doorstep::usecases::orders
