const links = Array.from(searchresults.querySelectorAll('a'));
        const at = links.indexOf(document.activeElement);
        if (e.key === 'Escape') {
            marker.unmark();
            if (search_wrap.classList.contains('hidden')) {
                return;
            }
            e.preventDefault();
            searchbar.classList.remove('active');
            setSearchUrlParameters('', searchbar.value.trim() !== '' ? 'push' : 'replace');
            showSearch(false);
            searchicon.focus();
        } else if (hasFocus() && e.key === 'Enter' && links.length > 0) {
            e.preventDefault();
            links[0].click();
        } else if ((hasFocus() || at >= 0) && (e.key === 'ArrowDown' || e.key === 'ArrowUp')) {
            e.preventDefault();
            const next = at + (e.key === 'ArrowDown' ? 1 : -1);
            (next < 0 ? searchbar : links[Math.min(next, links.length - 1)] || searchbar).focus();
        }
    }

    
