#include "usecases/links/links.h"

#include "base/text.h"
#include "storage/cases.h"
#include "usecases/cases/open_case.h"

namespace doorstep::usecases::links {

using domain::access::Action;
using domain::cases::CaseFile;
using domain::events::Detail;

namespace {

/// "asb-26-7 " as the reference it stands for.
std::string tidy_reference(std::string_view typed) {
    std::string reference(text::trim(typed));
    for (char& c : reference)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return reference;
}

Expected<CaseFile> other_case(Change& change, std::string_view typed) {
    auto other = cases::open_case(change.tx, change.viewer, tidy_reference(typed), Action::see_case);
    if (!other)
        return refuse_field("case-unknown", "other-reference",
                            "There is no case with this reference, or you may not see it");
    return other;
}

}  // namespace

Expected<Done> link_case(Context& context, LinkCase const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto const other = other_case(change, input.other_reference);
        if (!other) return refuse(other.error());
        if (other->id == file->id)
            return refuse_field("same-case", "other-reference", "Enter the reference of another case");
        if (!storage::cases::insert_link(change.tx, {.one = file->id,
                                                     .other = other->id,
                                                     .kind = input.kind,
                                                     .reason = input.reason,
                                                     .linked_by = change.viewer.account,
                                                     .linked_at = change.now}))
            return refuse_field("linked-already", "other-reference", "These two cases are linked already");
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        // Why they were linked says something of the other case: it stands with the link, for those who may
        // see both, and not in words that a chronology shows.
        auto const record = [&](CaseFile const& on, CaseFile const& to) {
            change.record(on.id, domain::events::case_linked, to.id.text(),
                          Detail()
                              .set("linked_case", to.id)
                              .set("link", input.kind)
                              .personal("link_reason", input.reason));
        };
        record(*file, *other);
        record(*other, *file);
        return Done{};
    });
}

Expected<Done> unlink_case(Context& context, UnlinkCase const& input) {
    return context.change([&](Change& change) -> Expected<Done> {
        auto file = cases::open_case_to_change(change, input.reference, Action::work_case);
        if (!file) return refuse(file.error());
        auto const other = other_case(change, input.other_reference);
        if (!other || !storage::cases::remove_link(change.tx, file->id, other->id))
            return refuse(RefusalKind::not_found, "not-linked", "These two cases are not linked");
        if (auto saved = cases::save_case(change, *file); !saved) return refuse(saved.error());
        change.record(file->id, domain::events::case_unlinked, other->id.text(),
                      Detail().set("linked_case", other->id));
        change.record(other->id, domain::events::case_unlinked, file->id.text(),
                      Detail().set("linked_case", file->id));
        return Done{};
    });
}

Expected<LinksView> view_links(Context& context, std::string_view reference) {
    auto opened = cases::open_case_for_page(context, reference, Action::see_case);
    if (!opened) return refuse(opened.error());
    LinksView view;
    view.header = std::move(opened->header);
    view.links = storage::cases::visible_links(context.read(), view.header.id,
                                               storage::case_scope(context.viewer, Action::see_case));
    context.note_view("case", view.header.id, view.header.id.text());
    return view;
}

}  // namespace doorstep::usecases::links
