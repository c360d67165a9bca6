#include "pages/letters/list.h"

#include "govuk/button.h"
#include "govuk/empty_state.h"
#include "govuk/table_wrap.h"
#include "html/elements.h"
#include "pages/cases/case_frame.h"
#include "pages/letters/parts.h"
#include "pages/paging.h"
#include "usecases/messages/view_letters.h"

namespace doorstep::pages::letters {
namespace {

using domain::messages::Message;
using usecases::messages::LetterList;

Html to_whom(Message const& message) {
    Html cell = html::div("ds-line", Html::text(message.addressee));
    auto how = std::string(words_of(message.channel));
    if (message.language == "cy") how += ", in Welsh";
    if (message.large_print) how += ", large print";
    cell << html::div("ds-line ds-line--second", Html::text(how));
    return cell;
}

Html when_and_where(Message const& message) {
    Html cell = html::div("ds-line", govuk::tag(state_tag(message)));
    auto const day = message.sent_at ? london_date(*message.sent_at) : london_date(message.created_at);
    cell << html::div("ds-line ds-line--second", Html::text(date_words(day)));
    return cell;
}

govuk::Table table_of(LetterList const& list) {
    govuk::Table table{.rows = {},
                       .head = {{.text = "About"}, {.text = "To"}, {.text = "State"}},
                       .caption = "Letters and messages, newest first",
                       .caption_classes = "govuk-visually-hidden",
                       .first_cell_is_header = true,
                       .stacks = true};
    for (auto const& message : list.rows)
        table.rows.push_back({{.html = html::a(letter_address(list.reference, message.id), message.heading)},
                              {.html = to_whom(message)},
                              {.html = when_and_where(message)}});
    return table;
}

}  // namespace

http::Response show_letters(Visit& visit) {
    auto const list = usecases::messages::list_letters(visit.context, visit.request.parameter("reference"),
                                                       page_number(visit.request.query));
    if (!list) return visit.refused(list.error());
    auto const address = letters_address(list->reference);
    Paging const paging{
        .path = address, .query = {}, .page = list->page, .pages = list->pages, .total = list->total};
    Html body;
    if (list->may_write)
        body << govuk::button({.text = "Write a letter or message", .href = address + "/new"});
    if (list->rows.empty()) {
        body << govuk::empty_state(
            {.title = "Nothing was written yet",
             .text =
                 "Letters, e-mails and texts about this case are kept here, with when they left and how."});
    } else {
        if (auto const words = showing_words(paging); !words.empty()) body << html::p(words);
        body << govuk::table_wrap({.table = table_of(*list), .label = ""}) << page_links(paging);
    }
    auto page = cases::section_page({.reference = list->reference,
                                     .section = cases::Section::plan,
                                     .title = "Letters and messages",
                                     .body = std::move(body)},
                                    list->counts);
    page.title_note = page_note(paging);
    return visit.page(std::move(page));
}

}  // namespace doorstep::pages::letters
