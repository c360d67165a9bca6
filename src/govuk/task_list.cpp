#include "govuk/task_list.h"

#include "govuk/parts.h"

namespace doorstep::govuk {

namespace {

class ItemWriter {
  public:
    ItemWriter(Html& out, TaskList const& list, TaskListItem const& item, int number)
        : out_(out), list_(list), item_(item), number_(number) {}

    void write() {
        out_ << "<li class=\"govuk-task-list__item"_html;
        if (!item_.href.empty()) out_ << " govuk-task-list__item--with-link"_html;
        write_classes(out_, item_.classes);
        out_ << "\"><div class=\"govuk-task-list__name-and-hint\">"_html;
        title();
        if (!item_.hint.empty()) {
            out_ << "<div id=\""_html;
            id("-hint");
            out_ << "\" class=\"govuk-task-list__hint\">"_html;
            write_content(out_, item_.hint.text, item_.hint.html);
            out_ << "</div>"_html;
        }
        out_ << "</div><div class=\"govuk-task-list__status"_html;
        write_classes(out_, item_.status.classes);
        out_ << "\" id=\""_html;
        id("-status");
        out_ << "\">"_html;
        if (item_.status.tag.empty())
            write_content(out_, item_.status.text, item_.status.html);
        else
            append(out_, item_.status.tag);
        out_ << "</div></li>"_html;
    }

  private:
    void id(std::string_view part) { out_ << list_.id_prefix << "-"_html << number_ << part; }

    void title() {
        if (item_.href.empty()) {
            out_ << "<div"_html;
            write_attribute(out_, " class=\""_html, item_.title.classes);
            out_ << ">"_html;
            write_content(out_, item_.title.text, item_.title.html);
            out_ << "</div>"_html;
            return;
        }
        out_ << "<a class=\"govuk-link govuk-task-list__link"_html;
        write_classes(out_, item_.title.classes);
        out_ << "\" href=\""_html << item_.href << "\" aria-describedby=\""_html;
        if (!item_.hint.empty()) {
            id("-hint");
            out_ << " "_html;
        }
        id("-status");
        out_ << "\">"_html;
        write_content(out_, item_.title.text, item_.title.html);
        out_ << "</a>"_html;
    }

    Html& out_;
    TaskList const& list_;
    TaskListItem const& item_;
    int number_;
};

}  // namespace

void append(Html& out, TaskList const& options) {
    out << "<ul class=\"govuk-task-list"_html;
    write_classes(out, options.classes);
    out << "\""_html;
    write_attributes(out, options.attributes);
    out << ">"_html;
    int number = 0;
    for (auto const& item : options.items) ItemWriter(out, options, item, ++number).write();
    out << "</ul>"_html;
}

Html task_list(TaskList const& options) { return built(options, 96 + 384 * options.items.size()); }

}  // namespace doorstep::govuk
