#include "usecases/cases/edit_case.h"

#include <algorithm>

#include "base/text.h"
#include "storage/accounts.h"
#include "storage/case_access.h"
#include "storage/people.h"
#include "usecases/cases/open_case.h"
#include "usecases/find/case_words.h"
#include "usecases/messages/rights_letter.h"
#include "usecases/people/officers_told.h"
#include "usecases/risk/apply_risk.h"
#include "usecases/risk/taken_as_high.h"
#include "usecases/settings.h"

namespace doorstep::usecases::cases {

using domain::access::Action;
using domain::accounts::Account;
using domain::cases::CaseFile;

namespace {

/// Housing officers who could open the case once they are its housing officer.
std::vector<Account> housing_officers_for(storage::sql::Read& tx, CaseFile const& file) {
    auto const on = [](auto const& list, AccountId id) {
        return std::any_of(list.begin(), list.end(), [&](auto const& entry) { return entry.account == id; });
    };
    auto const named = storage::case_access::named(tx, file.id, storage::case_access::without_end);
    auto const conflicts = storage::case_access::conflicts(tx, file.id);
    auto accounts = storage::accounts::list_with_role(tx, domain::access::Role::housing_officer);
    std::erase_if(accounts, [&](Account const& account) {
        return account.state != domain::accounts::State::active ||
               !domain::access::may_on_case(account.viewer(domain::access::Door::web), Action::see_case,
                                            {.restricted = file.restricted,
                                             .named = on(named, account.id),
                                             .owner = false,
                                             .housing_officer = true,
                                             .conflict = on(conflicts, account.id)});
    });
    return accounts;
}

/// Titles stay in the history of a browser and on a screen in an office.
bool names_somebody(storage::sql::Read& tx, CaseFile const& file, std::string const& title) {
    auto const folded = " " + text::fold(title) + " ";
    for (auto const& entry : storage::people::people_of_case(tx, file.id)) {
        if (!entry.person) continue;
        auto const name = text::fold(entry.person->name);
        if (!name.empty() && folded.find(" " + name + " ") != std::string::npos) return true;
    }
    return false;
}

Expected<Done> check_kinds(Settings const& settings, CaseFile const& file, EditCase const& input,
                           Date today) {
    if (input.category != file.category) {
        auto const* category = settings.list("categories").find(input.category, today);
        if (!category || !category->is_in_use(today))
            return refuse_field("category-unknown", "category", "Choose from the list");
    }
    if (!input.subcategory.empty()) {
        auto const* closer = settings.list("subcategories").find(input.subcategory, today);
        if (!closer || closer->detail("parent") != input.category)
            return refuse_field("subcategory-elsewhere", "subcategory",
                                "Select a closer kind that belongs to the kind");
    }
    return Done{};
}

}  // namespace

Expected<Done> edit_case(Context& context, EditCase const& input) {
    auto const& settings = context.settings();
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        if (text::trim(input.title).empty())
            return refuse_field("title-missing", "title", "Enter a title: the kind and the place");
        if (names_somebody(change.tx, *file, input.title))
            return refuse_field("title-names-somebody", "title",
                                "A title must not name anybody on the case: use the kind and the place");
        if (auto checked = check_kinds(settings, *file, input, change.today); !checked)
            return refuse(checked.error());
        auto const before = *file;
        auto const officers = housing_officers_for(change.tx, *file);
        auto const name_of = [&](std::optional<AccountId> id) {
            for (auto const& account : officers)
                if (account.id == id) return account.name;
            return std::string();
        };
        if (input.housing_officer && input.housing_officer != file->housing_officer &&
            name_of(input.housing_officer).empty())
            return refuse_field("officer-unknown", "housing-officer", "Choose from the list");
        if (file->version != input.version) return refuse(changed_meanwhile());

        file->title = input.title;
        file->category = input.category;
        file->subcategory = input.subcategory;
        if (file->category != before.category)
            if (auto const* category = settings.list("categories").find(file->category, change.today))
                file->harm_group = std::string(category->detail("harm_group"));
        file->hate = input.hate;
        file->place_text = input.place_text;
        file->housing_officer = input.housing_officer;
        if ((file->category != before.category || file->hate != before.hate) && !file->risk_band &&
            !file->taken_as_high_on &&
            risk::is_taken_as_high(
                settings,
                {.kinds = {file->category}, .hate = file->hate, .in_danger = false, .self_harm = false},
                change.today)) {
            file->taken_as_high_on = change.today;
            risk::apply_risk(change, settings, *file);
        }
        if (auto saved = save_case(change, *file); !saved) return refuse(saved.error());
        if (file->housing_officer != before.housing_officer)
            people::keep_officers_told(change, settings, *file,
                                       storage::people::of_case(change.tx, file->id));
        find::keep_case_words(change.tx, settings, *file);
        change.record(
            file->id, domain::events::case_edited, file->id.text(),
            domain::events::Detail()
                .change("title", before.title, file->title)
                .change("category", before.category, file->category)
                .change("subcategory", before.subcategory, file->subcategory)
                .change("harm_group", before.harm_group, file->harm_group)
                .change("hate", before.hate, file->hate)
                .change("high_risk_until_assessed_from", before.taken_as_high_on, file->taken_as_high_on)
                .personal_change("place", before.place_text, file->place_text)
                .change("housing_officer", before.housing_officer, file->housing_officer));
        if (file->category != before.category || file->hate != before.hate)
            messages::write_rights_letters(change, settings, *file);
        return Done{};
    });
}

Expected<CaseFormView> view_case_form(Context& context, std::string_view reference) {
    auto opened = open_case_for_form(context, reference, Action::work_case);
    if (!opened) return refuse(opened.error());
    auto const& file = opened->file;
    CaseFormView view;
    view.header = std::move(opened->header);
    view.stored = {.reference = file.reference,
                   .version = file.version,
                   .title = file.title,
                   .category = file.category,
                   .subcategory = file.subcategory,
                   .hate = file.hate,
                   .place_text = file.place_text,
                   .housing_officer = file.housing_officer};
    auto const& categories = context.settings().list("categories");
    // What the case has now can always be kept, whether or not it is still in use.
    auto const has_category = [&](std::string_view code) {
        return std::any_of(view.categories.begin(), view.categories.end(),
                           [&](auto const& one) { return one.first == code; });
    };
    for (auto const* entry : categories.in_use(context.today))
        view.categories.emplace_back(entry->code, entry->label);
    if (!has_category(file.category))
        view.categories.emplace_back(file.category, categories.label(file.category));
    auto const& closer = context.settings().list("subcategories");
    for (auto const* entry : closer.in_use(context.today))
        view.subcategories.emplace_back(
            entry->code, std::string(categories.label(entry->detail("parent"))) + ": " + entry->label);
    view.housing_officers = housing_officers_for(context.read(), file);
    if (file.housing_officer && std::none_of(view.housing_officers.begin(), view.housing_officers.end(),
                                             [&](auto const& one) { return one.id == file.housing_officer; }))
        if (auto present = storage::accounts::find(context.read(), *file.housing_officer))
            view.housing_officers.push_back(std::move(*present));
    return view;
}

}  // namespace doorstep::usecases::cases
