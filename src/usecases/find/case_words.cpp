#include "usecases/find/case_words.h"

#include "base/text.h"
#include "storage/cases.h"
#include "storage/places.h"
#include "storage/search.h"
#include "usecases/settings.h"

namespace doorstep::usecases::find {

void keep_case_words(storage::sql::Write& tx, Settings const& settings, domain::cases::CaseFile const& file) {
    storage::search::forget_said(tx, file.id);
    std::string words = file.reference + " " + file.title + " " + file.place_text;
    words += " " + std::string(settings.list("categories").label(file.category));
    if (!file.subcategory.empty())
        words += " " + std::string(settings.list("subcategories").label(file.subcategory));
    if (file.address)
        if (auto const address = storage::places::find_address(tx, *file.address))
            words += " " + address->in_one_line();
    words += storage::search::words_said_on(tx, file.id);
    storage::search::index_case(tx, file.id, words);
}

void add_case_words(Change& change, CaseFileId file, std::string_view said) {
    storage::search::add_said(change.tx, change.ids(), file, said);
}

std::string take_up_words(Context& context) {
    /// So that one run ends well within its lease; the next one is a minute away.
    constexpr int most_cases = 2000;
    auto& database = context.services.database;
    auto const& settings = context.settings();
    auto const cases =
        database.read([](storage::sql::Read& tx) { return storage::search::cases_to_index(tx, most_cases); });
    for (auto const& id : cases)
        database.write(
            [&](storage::sql::Write& tx) {
                if (auto const file = storage::cases::find(tx, id)) keep_case_words(tx, settings, *file);
            },
            storage::sql::Durability::soon);
    return text::count_of(cases.size(), "case", "cases");
}

}  // namespace doorstep::usecases::find
